import { digitsIn } from '#shared/arabic/digits.ts';
import { formatAmount } from '#shared/circumstances/money-text.ts';
import type { Decision, Granted } from '#shared/committee/committee.ts';
import type { LetterId } from '#shared/ids.ts';
import { fillTemplate } from '#shared/letters/templates/fill-template.ts';
import { builtInTemplate } from '#shared/letters/templates/library.ts';
import type { AskedFieldId } from '#shared/letters/templates/merge-fields.ts';
import { CLAUSE_IDS } from '#shared/policy/clauses.ts';
import { keptOf } from '#db/duplicates/family.ts';
import { findCaseLine } from '#db/committee/case-lines.ts';
import { findAppeal } from '#db/reply/appeal-rows.ts';
import { insertLetter } from '#db/letters/letter-writes.ts';
import { findEdition } from '#db/templates/template-queries.ts';
import { getProfile } from '#db/organisation/organisation-rows.ts';
import type { WriteTransaction } from '#db/transaction.ts';
import type { Actor } from '../audit/actor.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { readMergeData } from '../templates/merge-data.ts';
import { getCommitteeSetting } from './session-state.ts';

/** What was granted, as a letter tells it: «سلة غذائية، سلة واحدة كل شهر …». The letter's own words, so Arabic. */
export function grantedText(granted: Granted | null): string {
  if (granted === null) return '';
  const { service, quantity, unit, valueHalalas, frequency, times, note } = granted;
  const every = { once: '', weekly: 'أسبوعيًا', monthly: 'شهريًا' }[frequency];
  return [
    service,
    unit === '' ? '' : `${unit}${quantity === 1 ? '' : ` (العدد: ${quantity})`}`,
    valueHalalas === null ? '' : `بقيمة ${formatAmount(valueHalalas)} ريال`,
    every === '' ? '' : `${every}${times === 1 ? '' : ` (عدد المرات: ${times})`}`,
    note,
  ]
    .filter((part) => part !== '')
    .join('، ');
}

const isClause = (clause: string): boolean => (CLAUSE_IDS as readonly string[]).includes(clause);

/**
 * Which of the office's templates tells a decision: a refusal quotes the policy's clause, or names the office's own rule. What
 * an appeal changed was not decided by the committee, and is not told as if it were.
 */
const templateOf = ({ kind, clause, appealId }: Pick<Decision, 'kind' | 'clause' | 'appealId'>): string => {
  if (kind === 'accepted') return appealId === null ? 'acceptance' : 'acceptanceOnAppeal';
  if (kind === 'moreInformation') return 'committeeCompletion';
  return isClause(clause) ? 'refusal' : 'refusalByRule';
};

/**
 * The draft of the letter that tells a decision, in the transaction that takes it: the office's edition of the template, filled
 * with what was decided. A signatory issues it, as any letter.
 */
export function draftDecisionLetter(
  tx: WriteTransaction,
  decision: Pick<
    Decision,
    'kind' | 'requestId' | 'appealId' | 'clause' | 'reason' | 'wouldChange' | 'granted'
  >,
  actor: Actor,
  nowMs: number,
): LetterId {
  const { requestId, appealId, clause, reason, wouldChange, granted } = decision;
  const ref = templateOf(decision);
  const template = findEdition(tx, ref)?.template ?? builtInTemplate(ref)?.template;
  if (template === undefined) throw new Error(`no template ${ref}`);
  const line = findCaseLine(tx, requestId);
  const asked: Partial<Record<AskedFieldId, string>> = {
    clause: isClause(clause) ? clause : '',
    ownRule: isClause(clause) ? '' : clause,
    refusalReason: decision.kind === 'refused' ? withoutStop(reason) : '',
    wouldChange: withoutStop(wouldChange),
    missingItems: decision.kind === 'moreInformation' ? reason : '',
    granted: digitsIn(getProfile(tx).letters.fieldDigits, grantedText(granted)) || (line?.service ?? ''),
    // An appeal that was answered went to the level of its own day.
    appealLevel:
      (appealId === null ? undefined : findAppeal(tx, appealId)?.level) ??
      getCommitteeSetting(tx).appealLevel,
  };
  const partyId = line === undefined ? null : (keptOf(tx, line.partyId)?.id ?? null);
  const sources = { partyId, requestId, correctsId: null, answersId: null, asked };
  const { content } = fillTemplate(template, readMergeData(tx, sources, nowMs));
  const letter = { partyId, requestId, content, correctsId: null, answersId: null };
  const id = insertLetter(tx, letter, actor.id, nowMs);
  tx.audit(auditEntry(actor, nowMs, 'letter.created', { kind: 'letter', id }, { partyId, requestId }));
  return id;
}

/** The template ends the sentence itself. */
const withoutStop = (text: string): string => text.trim().replace(/[.؟!،؛\s]+$/u, '');
