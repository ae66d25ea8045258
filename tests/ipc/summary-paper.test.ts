import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartyId } from '#shared/ids.ts';
import { openOffice, person, type TestDesk } from '../support/office.ts';

let desk: TestDesk;
let id: PartyId;
beforeEach(async () => {
  desk = await openOffice();
  ({ id } = await desk.call('parties.add', { ...person(), sex: 'female' }));
});
afterEach(() => desk.close());

const events = async (...actions: readonly string[]) =>
  (await desk.call('audit.list', {}))
    .filter(({ action }) => actions.includes(action))
    .map(({ action, subjectKind, subjectId, details }) => ({ action, subjectKind, subjectId, details }));
const summary = () => desk.call('papers.make', { kind: 'personSummary', partyId: id });
/** What the stand-in of the renderer was asked to set. */
const read = (pdf: Uint8Array): string => {
  const hex = /<feff([0-9a-f]*)>/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? '';
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
};

describe('the printed summary of a file', () => {
  it('is no disclosure while it is looked at, and one of that person when it is printed', async () => {
    const { token } = await summary();
    expect(await events('party.disclosed', 'paper.printed')).toEqual([]);
    await desk.call('papers.print', { token });
    expect(readdirSync(desk.printFolder).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
    const told = await events('party.disclosed', 'paper.printed');
    expect(told).toHaveLength(2);
    for (const event of told) expect(event).toMatchObject({ subjectKind: 'party', subjectId: id });
    expect(told.find(({ action }) => action === 'party.disclosed')?.details).toMatchObject({
      paper: 'personSummary',
    });
    expect(JSON.stringify(told)).not.toMatch(/فاطمة|1058529940/u);
  });

  it('is a disclosure when a copy is saved, and none when nothing was chosen', async () => {
    const { token } = await summary();
    await desk.call('papers.save', { token });
    expect(await events('party.disclosed')).toEqual([]);
    desk.saved.path = `${desk.folder}/summary.pdf`;
    await desk.call('papers.save', { token });
    expect(await events('party.disclosed')).toMatchObject([
      { subjectId: id, details: { paper: 'personSummary', method: 'save' } },
    ]);
  });

  it('tells of a woman in the grammar of women, with the identity masked', async () => {
    const text = read((await summary()).pdf);
    expect(text).toContain('مستفيدة');
    expect(text).not.toContain('1058529940');
  });
});
