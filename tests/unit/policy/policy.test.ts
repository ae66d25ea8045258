import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHANNEL_CODES, CHANNELS } from '#shared/policy/channels.ts';
import {
  clause,
  CLAUSE_IDS,
  CLAUSE_KINDS,
  listClauses,
  POLICY_CLAUSES_SHA256,
} from '#shared/policy/clauses.ts';
import { STEP_CODES, STEPS } from '#shared/policy/steps.ts';
import { TOOL_CODES, TOOLS } from '#shared/policy/tools.ts';

const bytes = readFileSync(new URL('../../../shared/policy/policy-clauses.json', import.meta.url));
const raw = JSON.parse(bytes.toString('utf8')) as { id: string; kind: string; text: string }[];

describe('the policy', () => {
  it('is the file that the board’s text was checked into, byte for byte', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(POLICY_CLAUSES_SHA256);
  });

  it('gives every clause by its id, in the policy’s order', () => {
    expect(raw.map(({ id }) => id)).toStrictEqual([...CLAUSE_IDS]);
    expect(listClauses()).toStrictEqual(raw);
    expect([...new Set(raw.map(({ kind }) => kind))].toSorted()).toStrictEqual([...CLAUSE_KINDS].toSorted());
    expect(clause('S.4').text).toBe(raw.find(({ id }) => id === 'S.4')?.text);
  });

  it('cannot be altered at run time', () => {
    expect(() => Object.assign(clause('S.4'), { text: '' })).toThrow(TypeError);
  });

  it('never says «ستة متطلبات» and keeps the policy’s مسئول', () => {
    expect(clause('S.6').text).toContain('(٦)');
    expect(listClauses().some(({ text }) => text.includes('ستة'))).toBe(false);
    expect(clause('S.3').text).toContain('لمسئول');
  });
});

describe('channels, tools and steps', () => {
  it('names the eight channels from the clauses C.1 to C.8', () => {
    expect(CHANNELS.map(({ clauseId }) => clauseId)).toStrictEqual(
      raw.filter(({ kind }) => kind === 'channel').map(({ id }) => id),
    );
    expect(CHANNELS.map(({ name }) => name)).toStrictEqual(
      raw.filter(({ kind }) => kind === 'channel').map(({ text }) => text),
    );
    expect(CHANNELS.map(({ code }) => code)).toStrictEqual([...CHANNEL_CODES]);
    expect(CHANNELS[0]).toStrictEqual({ code: 'interview', clauseId: 'C.1', name: 'المقابلة' });
    expect(CHANNELS[3]?.code).toBe('letter');
  });

  it('names the four tools, three documents and a form', () => {
    expect(TOOLS.map(({ code }) => code)).toStrictEqual([...TOOL_CODES]);
    expect(TOOLS.map(({ name }) => name)).toStrictEqual(
      raw.filter(({ kind }) => kind === 'tool').map(({ text }) => text),
    );
    expect(TOOLS.map(({ kind }) => kind)).toStrictEqual(['document', 'document', 'document', 'form']);
  });

  it('has the seven steps in order, each with its clause, the third conditional', () => {
    expect(STEPS.map(({ code }) => code)).toStrictEqual([...STEP_CODES]);
    expect(STEPS.map(({ number }) => number)).toStrictEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(STEPS.map(({ text }) => text)).toStrictEqual(
      raw.filter(({ kind }) => kind === 'step').map(({ text }) => text),
    );
    expect(STEPS.filter(({ conditional }) => conditional).map(({ clauseId }) => clauseId)).toStrictEqual([
      'S.3',
    ]);
    expect(STEPS.map(({ name }) => name)).toStrictEqual([
      'الاستقبال',
      'مطابقة البيانات',
      'الإحالة',
      'الإقرار والتوقيع',
      'الرفع إلى اللجنة',
      'استكمال التسجيل',
      'تقديم الخدمة',
    ]);
  });
});
