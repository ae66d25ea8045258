import { AppError } from '#shared/app-error.ts';
import { templateIdSchema, type TemplateId } from '#shared/ids.ts';
import type { LetterContent } from '#shared/letters/letter.ts';
import { fillTemplate } from '#shared/letters/templates/fill-template.ts';
import { BUILT_IN_TEMPLATES, builtInTemplate } from '#shared/letters/templates/library.ts';
import { BUILT_IN_PHRASES, PHRASE_GROUP_IDS, type PhraseGroupId } from '#shared/letters/templates/phrases.ts';
import { askedFields, templateProblems, wantsRecord } from '#shared/letters/templates/template-problems.ts';
import type { LetterTemplate } from '#shared/letters/templates/template.ts';
import type {
  Phrase,
  TemplateDetail,
  TemplateRef,
  TemplateSummary,
} from '#shared/templates/templates-contract.ts';
import { auditRepeated } from '#db/audit/audit-queries.ts';
import type { Database } from '#db/open-database.ts';
import {
  findEdition,
  findTemplateNamed,
  findTemplateRow,
  listPhraseRows,
  listTemplateRows,
  phraseExists,
} from '#db/templates/template-queries.ts';
import { nameKey, type TemplateRow } from '#db/templates/template-rows.ts';
import {
  insertOfficePhrase,
  insertTemplate,
  setPhraseRemoved,
  setTemplateRemoved,
  updateOfficePhrase,
  updateTemplate,
} from '#db/templates/template-writes.ts';
import type { Reader } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import type { Clock } from '../ports/clock.ts';
import { readMergeData, type MergeSources } from './merge-data.ts';

export type TemplateService = ReturnType<typeof createTemplateService>;

const subject = (id: number) => ({ kind: 'template', id });
const notFound = (ref: TemplateRef): AppError => new AppError('notFound', { kind: 'template', id: ref });

const summaryOf = (
  ref: TemplateRef,
  template: LetterTemplate,
  row: TemplateRow | undefined,
): TemplateSummary => ({
  ref,
  name: template.name,
  category: template.category,
  subject: template.subject,
  origin: row === undefined ? 'builtIn' : row.builtInKey === null ? 'own' : 'edited',
  updatedAtMs: row?.updatedAtMs ?? null,
  updatedByName: row?.updatedByName ?? null,
});

const detailOf = (
  ref: TemplateRef,
  template: LetterTemplate,
  row: TemplateRow | undefined,
): TemplateDetail => ({
  ...summaryOf(ref, template, row),
  template,
  version: row?.version ?? 0,
  asks: [...askedFields(template)],
  wants: wantsRecord(template),
});

/** The office's edition of a built-in template stands in its place. @throws AppError notFound */
function getTemplate(reader: Reader, ref: TemplateRef): TemplateDetail {
  const builtIn = builtInTemplate(ref);
  if (builtIn !== undefined) {
    const row = findEdition(reader, ref);
    return detailOf(ref, row?.template ?? builtIn.template, row);
  }
  const row = findTemplateRow(reader, Number(ref));
  if (row === undefined || row.removed || row.builtInKey !== null) throw notFound(ref);
  return detailOf(ref, row.template, row);
}

/** The wordings of the office's letters: Wisam's own library, the office's edition of it, and the office's own. */
export function createTemplateService({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  /** @throws AppError templateUnknownField { field, meant, place }, templateOpenBrace { field, place } */
  function requireSound(template: LetterTemplate): void {
    const [problem] = templateProblems(template);
    if (problem === undefined) return;
    const { field, place, meant } = problem;
    if (problem.code === 'openBrace') throw new AppError('templateOpenBrace', { field, place });
    throw new AppError('templateUnknownField', { field, place, meant: meant ?? '' });
  }

  /** @throws AppError templateNameTaken { name }: among what the library shows */
  function requireFreeName(
    reader: Reader,
    template: LetterTemplate,
    own: TemplateRow | null,
    ref: string | null,
  ): void {
    const taken = findTemplateNamed(reader, template.name);
    const builtIn = BUILT_IN_TEMPLATES.some(
      (one) =>
        one.key !== ref &&
        nameKey(one.template.name) === nameKey(template.name) &&
        findEdition(reader, one.key) === undefined,
    );
    if (builtIn || (taken !== undefined && taken.id !== own?.id))
      throw new AppError('templateNameTaken', { name: template.name });
  }

  return {
    /** Wisam's library in its order, then the office's own. */
    listTemplates: (): TemplateSummary[] =>
      db.snapshot((reader) => {
        const rows = listTemplateRows(reader);
        return [
          ...BUILT_IN_TEMPLATES.map(({ key, template }) => {
            const row = rows.find((one) => one.builtInKey === key);
            return summaryOf(key, row?.template ?? template, row);
          }),
          ...rows
            .filter((row) => row.builtInKey === null)
            .map((row) => summaryOf(String(row.id), row.template, row)),
        ];
      }),

    getTemplate: (ref: TemplateRef): TemplateDetail => db.snapshot((reader) => getTemplate(reader, ref)),

    /** @throws AppError as `requireSound`, templateNameTaken, conflict { version }, notFound */
    saveTemplate(
      input: {
        readonly ref: TemplateRef | null;
        readonly version: number;
        readonly template: LetterTemplate;
      },
      actor: Actor,
    ): TemplateDetail {
      const { ref, template, version } = input;
      requireSound(template);
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const builtIn = ref === null ? undefined : builtInTemplate(ref);
        const row =
          ref === null
            ? undefined
            : builtIn === undefined
              ? findTemplateRow(tx, Number(ref))
              : findEdition(tx, ref);
        if (ref !== null && builtIn === undefined && (row === undefined || row.removed)) throw notFound(ref);
        requireFreeName(tx, template, row ?? null, ref);
        if (version !== (row?.version ?? 0)) throw new AppError('conflict', { version: row?.version ?? 0 });
        if (row === undefined) {
          const id = insertTemplate(tx, template, builtIn?.key ?? null, actor.id, nowMs);
          const action = builtIn === undefined ? 'template.added' : 'template.edited';
          tx.audit(auditEntry(actor, nowMs, action, subject(id), { name: template.name }));
          return getTemplate(tx, builtIn?.key ?? String(id));
        }
        if (!updateTemplate(tx, row, template, actor.id, nowMs))
          throw new AppError('conflict', { version: row.version });
        tx.audit(
          auditEntry(actor, nowMs, 'template.edited', subject(row.id), {
            name: template.name,
            version: row.version + 1,
          }),
        );
        return getTemplate(tx, builtIn?.key ?? String(row.id));
      });
    },

    /** A built-in one is never taken away: its edition is. @throws AppError notFound */
    removeTemplate(ref: TemplateRef, actor: Actor): { id: TemplateId } {
      return db.write((tx) => {
        const builtIn = builtInTemplate(ref);
        const row = builtIn === undefined ? findTemplateRow(tx, Number(ref)) : findEdition(tx, ref);
        if (row === undefined || row.removed) throw notFound(ref);
        const nowMs = clock.nowMs();
        setTemplateRemoved(tx, row.id, nowMs);
        const action = builtIn === undefined ? 'template.removed' : 'template.restored';
        tx.audit(auditEntry(actor, nowMs, action, subject(row.id), { name: row.template.name }));
        return { id: templateIdSchema.parse(row.id) };
      });
    },

    /** Harmless on one that was not removed. @throws AppError notFound, templateNameTaken, conflict */
    undoRemove(id: TemplateId, actor: Actor): TemplateDetail {
      return db.write((tx) => {
        const row = findTemplateRow(tx, id);
        if (row === undefined) throw notFound(String(id));
        const ref = row.builtInKey ?? String(row.id);
        if (!row.removed) {
          tx.unaudited();
          return getTemplate(tx, ref);
        }
        if (row.builtInKey !== null && findEdition(tx, row.builtInKey) !== undefined)
          throw new AppError('conflict', { kind: 'template', id });
        requireFreeName(tx, row.template, row, ref);
        setTemplateRemoved(tx, id, null);
        const nowMs = clock.nowMs();
        tx.audit(auditEntry(actor, nowMs, 'template.removeUndone', subject(id), { name: row.template.name }));
        return getTemplate(tx, ref);
      });
    },

    /** @throws AppError notFound */
    fill: (
      input: MergeSources & { readonly ref: TemplateRef },
      actor: Actor,
    ): { content: LetterContent; unfilled: string[] } => {
      const nowMs = clock.nowMs();
      const { filled, personId } = db.snapshot((reader) => {
        const { template } = getTemplate(reader, input.ref);
        const data = readMergeData(reader, input, nowMs);
        // A template that names nobody tells nothing of them.
        return {
          filled: fillTemplate(template, data),
          personId: wantsRecord(template).person ? data.personId : null,
        };
      });
      if (personId !== null)
        db.write((tx) =>
          auditRepeated(tx, auditEntry(actor, nowMs, 'party.viewed', { kind: 'party', id: personId })),
        );
      return { content: filled.content, unfilled: [...filled.unfilled] };
    },

    /** Wisam's own in each group, then the office's. */
    listPhrases: (): Phrase[] => {
      const rows = db.snapshot(listPhraseRows);
      return PHRASE_GROUP_IDS.flatMap((group): Phrase[] => [
        ...BUILT_IN_PHRASES[group].map((text) => ({ id: null, group, text })),
        ...rows.filter((row) => row.phrase_group === group).map(({ id, text }) => ({ id, group, text })),
      ]);
    },

    savePhrase(
      input: { readonly id: number | null; readonly group: PhraseGroupId; readonly text: string },
      actor: Actor,
    ): { id: number } {
      return db.write((tx) => {
        const nowMs = clock.nowMs();
        const { id, group, text } = input;
        if (id !== null && !phraseExists(tx, id)) throw new AppError('notFound', { kind: 'phrase', id });
        const saved = id ?? insertOfficePhrase(tx, group, text, actor.id, nowMs);
        if (id !== null) updateOfficePhrase(tx, { id, group, text }, actor.id, nowMs);
        const action = id === null ? 'phrase.added' : 'phrase.edited';
        tx.audit(auditEntry(actor, nowMs, action, { kind: 'phrase', id: saved }, { text }));
        return { id: saved };
      });
    },

    /** Taken away, or back by the undo of it. @throws AppError notFound */
    setPhraseRemoved(id: number, removed: boolean, actor: Actor): void {
      db.write((tx) => {
        if (!phraseExists(tx, id)) throw new AppError('notFound', { kind: 'phrase', id });
        const nowMs = clock.nowMs();
        setPhraseRemoved(tx, id, removed ? nowMs : null);
        const action = removed ? 'phrase.removed' : 'phrase.removeUndone';
        tx.audit(auditEntry(actor, nowMs, action, { kind: 'phrase', id }));
      });
    },
  };
}
