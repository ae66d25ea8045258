import type { DigitSystem } from '#shared/organisation/profile.ts';
import type { Alignment } from '../arabic/definition.ts';

/** How the text of one place is set: the body, a list in it, a cell. */
export interface TextSetting {
  readonly digits: DigitSystem;
  /** Room across, in points. */
  readonly width: number;
  readonly size: number;
  readonly leading: number;
  readonly gap: number;
  readonly indent: number;
  readonly alignment: Alignment;
  /** Lists around this place. */
  readonly depth: number;
  /** Quotations around this place. */
  readonly quotes: number;
  /** Points that must follow the last line on its page. */
  readonly keepAfter: number;
}
