import { describe, expect, it } from 'vitest';
import { FIRST_RUN_PROFILE, type OrganisationProfile } from '#shared/organisation/profile.ts';
import { darkness, drawnPage, type Part } from '../../support/pdf-pixels.ts';
import { placedTexts } from '../../support/pdf-reading.ts';
import { setPaper, sheet } from './sample-papers.ts';

const mm = (length: number): number => (length * 72) / 25.4;
const { letterhead } = FIRST_RUN_PROFILE;
const profiles: Readonly<Record<string, OrganisationProfile>> = {
  'the first head': FIRST_RUN_PROFILE,
  'fields in the middle': {
    ...FIRST_RUN_PROFILE,
    letterhead: { ...letterhead, places: { state: 'right', name: 'left', fields: 'centre' } },
  },
  'wide steps, fields at the right': {
    ...FIRST_RUN_PROFILE,
    letterhead: {
      ...letterhead,
      places: { state: 'left', name: 'centre', fields: 'right' },
      measures: { ...letterhead.measures, fieldsStep: 9, top: 20, sides: 18 },
    },
  },
};

/** The places that the sheet says its crosses have, in millimetres. */
async function told(pdf: Uint8Array): Promise<{ x: number; y: number }[]> {
  const text = (await placedTexts(pdf)).map((one) => one.text).join('');
  return [...text.matchAll(/x (\d+\.\d) · y (\d+\.\d) mm/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}
const calibration = (profile: OrganisationProfile, xMm: number, yMm: number) =>
  setPaper(sheet('calibration', { profile, logo: null, offsets: { xMm, yMm } }));

describe('the calibration sheet', () => {
  it.each(Object.keys(profiles))(
    'has a cross at the left end of the dots of each blank: %s',
    async (name) => {
      const profile = profiles[name] ?? FIRST_RUN_PROFILE;
      const { pdf, pages } = await calibration(profile, 0, 0);
      expect(pages).toBe(1);
      const crosses = await told(pdf);
      expect(crosses).toHaveLength(4);
      const head = (await setPaper(sheet('blankHead', { profile, logo: null }))).pdf;
      const [onHead, onSheet] = [await drawnPage(head, { dpi: 300 }), await drawnPage(pdf, { dpi: 300 })];
      const ink = (drawn: typeof onHead, part: Part): number => darkness(drawn(part));
      for (const { x, y } of crosses) {
        const strip = (above: number, from: number) => ({
          left: mm(x + from),
          top: mm(y + above),
          width: mm(10),
          height: mm(0.5),
        });
        // On the dots of the printed head, and nowhere beside them.
        expect(ink(onHead, strip(-0.25, 0.1)), `dots at ${x}, ${y}`).toBeGreaterThan(0.02);
        expect(ink(onHead, strip(-1.2, 0.1))).toBe(0);
        expect(ink(onHead, strip(0.8, 0.1))).toBe(0);
        expect(ink(onHead, { ...strip(-0.25, -1.5), width: mm(1.2) })).toBe(0);
        // And the cross stands where the sheet says.
        expect(
          ink(onSheet, { left: mm(x - 2), top: mm(y - 0.3), width: mm(4), height: mm(0.6) }),
        ).toBeGreaterThan(0.2);
        expect(
          ink(onSheet, { left: mm(x - 0.3), top: mm(y - 2), width: mm(0.6), height: mm(4) }),
        ).toBeGreaterThan(0.2);
      }
    },
  );

  it('moves its crosses by the offsets that are set, to the right and down', async () => {
    const [still, moved] = [
      await told((await calibration(FIRST_RUN_PROFILE, 0, 0)).pdf),
      await told((await calibration(FIRST_RUN_PROFILE, 4.5, -2)).pdf),
    ];
    expect(moved).toHaveLength(4);
    moved.forEach(({ x, y }, index) => {
      expect(x).toBeCloseTo((still[index]?.x ?? 0) + 4.5, 0.9);
      expect(y).toBeCloseTo((still[index]?.y ?? 0) - 2, 0.9);
    });
  });
});
