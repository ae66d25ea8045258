import { describe, expect, it } from 'vitest';
import { HONORIFICS, honorificFor, prayersFor } from '#shared/letters/honorifics.ts';

describe('honorifics', () => {
  it('come with prayers that fit, a woman’s for a woman alone', () => {
    expect(prayersFor('سعادة')[0]).toBe('حفظه الله');
    expect(prayersFor('الأستاذة')).toEqual(['المحترمة', 'وفقها الله', 'حفظها الله']);
    expect(prayersFor('صاحبة السمو الملكي')[0]).toBe('حفظها الله');
    expect(prayersFor('المكرم')).toEqual(['المحترم', 'وفقه الله']);
    expect(prayersFor('السادة')).toEqual(['المحترمون']);
    for (const group of HONORIFICS)
      for (const word of group.words) {
        expect(prayersFor(word).length, word).toBeGreaterThan(0);
        expect(new Set(prayersFor(word)).size).toBe(prayersFor(word).length);
      }
    expect(new Set(prayersFor('لقب قديم')).size).toBe(prayersFor('لقب قديم').length);
  });

  it('follow who is on file', () => {
    expect(honorificFor({ kind: 'person', sex: 'female' })).toEqual({
      honorific: 'المكرمة',
      closingHonorific: 'المحترمة',
    });
    expect(honorificFor({ kind: 'person', sex: null }).honorific).toBe('المكرم');
    expect(honorificFor({ kind: 'organisation' }).closingHonorific).toBe('المحترمون');
  });
});
