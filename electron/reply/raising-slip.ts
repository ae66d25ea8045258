import type { RequestId } from '#shared/ids.ts';
import { raisingPaper as words } from '#shared/locales/ar/raising-paper.ts';
import { clause } from '#shared/policy/clauses.ts';
import type { ToldDays } from '#shared/reply/told-days.ts';
import type { Reader } from '#db/transaction.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import { sealedHead, type SealOrder } from '../sealed/seal.ts';
import { toldText } from './told.ts';

/** What a slip is set from. */
export interface SlipFacts {
  readonly requestId: RequestId;
  /** `1448-0317` */
  readonly requestNumber: string;
  readonly partyName: string;
  readonly isPerson: boolean;
  readonly raisedOn: string;
  readonly days: ToldDays;
  readonly officerName: string;
  readonly replacement: { readonly number: number; readonly madeOn: string } | null;
}

/** «نورة اللحياني»: enough for the family at home, and little for whoever finds the slip. */
function shortName(name: string, isPerson: boolean): string {
  const [first = '', ...others] = name.trim().split(/\s+/u);
  return isPerson && others.length > 1 ? `${first} ${others.at(-1) ?? ''}` : name;
}

/** The slip of S.5 as it is frozen: what was told, and the day; nothing of what was asked for. */
export function slipOrder(reader: Reader, files: LetterFiles, facts: SlipFacts): SealOrder {
  const { requestId, requestNumber, raisedOn, days, officerName, replacement } = facts;
  const name = shortName(facts.partyName, facts.isPerson);
  const told = toldText(days);
  const text = clause('S.5').text;
  const head = sealedHead(reader, files);
  return {
    kind: 'raisingSlip',
    subject: { kind: 'request', id: requestId },
    requestId,
    title: `${words.title} ${requestNumber}${replacement === null ? '' : ` (${words.replacement} ${replacement.number})`}`,
    content: {
      requestId,
      requestNumber,
      name,
      raisedOn,
      mode: days.mode,
      level: days.level,
      notBefore: days.notBefore,
      officeDay: days.officeDay,
      moving: days.moving,
      told,
      clause: text,
      officerName,
      replacement: replacement === null ? null : { ...replacement },
    },
    sheet: (code) => ({
      kind: 'raisingSlip',
      ...head,
      code,
      requestNumber,
      shortName: name,
      raisedOn,
      days,
      told,
      clause: text,
      officerName,
      replacement,
    }),
  };
}
