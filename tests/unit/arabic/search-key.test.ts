import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixLayout } from '#shared/arabic/keyboard-layout.ts';
import { searchKey } from '#shared/arabic/search-key.ts';

describe('the search key', () => {
  it.each([
    ['فَاطِمَة', 'فاطمه'],
    ['محمـــد', 'محمد'],
    ['مُحَمَّدٌ', 'محمد'],
    ['أحمد', 'احمد'],
    ['إبراهيم', 'ابراهيم'],
    ['آمنة', 'امنه'],
    ['ٱلرحمٰن', 'الرحمن'],
    ['مؤمن', 'مومن'],
    ['وائل', 'وايل'],
    ['علاء', 'علا'],
    ['هدى', 'هدي'],
    ['علی کاظمی', 'علي كاظمي'],
    ['ھند', 'هند'],
    ['فاطمۀ', 'فاطمه'],
    ['فاطمہ', 'فاطمه'],
    ['ﻓﺎﻃﻤﺔ', 'فاطمه'],
    ['ﷲ', 'الله'],
    ['ﻻ', 'لا'],
    ['ﻣﺤﻤﹽﺪ', 'محمد'],
    ['م\uFE76حمد', 'محمد'],
    ['م\uFE77حمد', 'محمد'],
    ['محم\uFE7Cد', 'محمد'],
    ['محم\uFC60د', 'محمد'],
    ['\uD55C', '\uD55C'],
    ['أ\u0654', 'ا'],
    ['ا\u0654حمد', 'احمد'],
    ['رقم ١٢٣ ۴۵۶', 'رقم 123 456'],
    ['  محمد \t\n علي\u00A0 ', 'محمد علي'],
    ['محمد\u200Fعلي\u200B', 'محمدعلي'],
    ['Ahmed José', 'ahmed jose'],
    ['ＡＢＣ１', 'abc1'],
    ['صلى الله عليه وسلمۖ', 'صلي الله عليه وسلم'],
    ['', ''],
    ['ء', ''],
    ['ـــ', ''],
  ])('%s → %s', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('keeps what must stay apart apart', () => {
    for (const [one, other] of [
      ['حسن', 'حسين'],
      ['سعد', 'سعيد'],
      ['عمر', 'عمرو'],
      ['صالح', 'سالح'],
      ['طه', 'تاه'],
    ] as const) {
      expect(searchKey(one)).not.toBe(searchKey(other));
    }
  });

  it('is idempotent, and deaf to marks, tatweel and invisible characters, in any text', () => {
    const arabic = fc.string({
      unit: fc.integer({ min: 0x600, max: 0x6ff }).map((code) => String.fromCodePoint(code)),
    });
    const forms = fc.string({
      unit: fc.integer({ min: 0xfb50, max: 0xfefc }).map((code) => String.fromCodePoint(code)),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), arabic, forms), (text) => {
        const key = searchKey(text);
        expect(searchKey(key)).toBe(key);
        expect(key).not.toMatch(
          /[\u064B-\u065F\u0670\u0640\u200B-\u200F\u0621-\u0626\u0629\u0649]|\s\s|^\s|\s$/,
        );
        expect(searchKey(text.normalize('NFD'))).toBe(searchKey(text.normalize('NFC')));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\u0627-\u064A]{1,12}$/),
        fc.constantFrom('\u064E', '\u0640', '\u200D', '\u200F', '\u0670', '\u0651'),
        (word, mark) => {
          expect(searchKey(Array.from(word).join(mark))).toBe(searchKey(word));
        },
      ),
    );
  });
});

describe('the wrong keyboard layout', () => {
  it.each([
    ['hgsghl', 'السلام'],
    ['hgsghl ugd;l', 'السلام عليكم'],
    ['lpl]', 'محمد'],
    ['HGSGHL', 'السلام'],
    ["'i", 'طه'],
    ['tBhm', 'فلآاة'],
    ['bhjn', 'لااتى'],
    ['Hpl]', 'أحمد'],
    ['lpl] 2', 'محمد 2'],
  ])('%s is %s', (typed, meant) => {
    expect(fixLayout(typed)).toBe(meant);
  });

  it.each(['السلام', 'محمد abc', '1058529940', '', '؟!', '050-807'])('leaves %j alone', (text) => {
    expect(fixLayout(text)).toBe(text);
  });
});
