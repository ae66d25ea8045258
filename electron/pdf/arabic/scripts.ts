/**
 * Which script's rules a font follows at each character. As browsers do it (UAX#24): signs and digits take the script
 * before them, those at the start the first script that follows, and a closing bracket that of its opening one.
 */
export type Script = 'arab' | 'latn' | 'DFLT';

const ARABIC = /\p{Script_Extensions=Arabic}/u;
const LATIN = /\p{Script_Extensions=Latin}/u;
const SHARED = /\p{Script=Common}|\p{Script=Inherited}/u;
/** Where nothing but Arabic stands, nothing need be asked character by character. */
const ONLY_ARABIC = /^[\s\u060C-\u065F\u066E-\u06FF]*$/;
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const OPENS: ReadonlySet<string> = new Set(Object.values(CLOSES));

const ownScript = (character: string): Script | undefined => {
  if (ARABIC.test(character)) return 'arab';
  if (LATIN.test(character)) return 'latn';
  return SHARED.test(character) ? undefined : 'DFLT';
};

/** The script at each UTF-16 unit of a paragraph. */
export function scriptsOf(text: string): readonly Script[] {
  if (ONLY_ARABIC.test(text)) return Array.from({ length: text.length }, (): Script => 'arab');
  const scripts: (Script | undefined)[] = [];
  const open: { readonly bracket: string; readonly at: number }[] = [];
  let current: Script | undefined;
  for (const character of text) {
    let script = ownScript(character);
    if (script === undefined) {
      script = current;
      const opening = CLOSES[character];
      if (OPENS.has(character)) open.push({ bracket: character, at: scripts.length });
      else if (opening !== undefined) {
        const pair = open.findLastIndex(({ bracket }) => bracket === opening);
        const at = open[pair]?.at;
        if (at !== undefined) {
          script = scripts[at] ?? script;
          open.length = pair;
        }
      }
    }
    // What stood before the first script belongs to it.
    if (current === undefined && script !== undefined) scripts.fill(script);
    current = script;
    for (let unit = 0; unit < character.length; unit++) scripts.push(script);
  }
  return scripts.map((script) => script ?? 'DFLT');
}
