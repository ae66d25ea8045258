/**
 * Which script's rules a font follows at each character. As browsers do it (UAX#24): signs and digits take the script
 * before them, those at the start the first script that follows, and a closing bracket that of its opening one.
 */
export type Script = 'arab' | 'latn' | 'DFLT';

const ARABIC = /\p{Script_Extensions=Arabic}/u;
const LATIN = /\p{Script_Extensions=Latin}/u;
const SHARED = /\p{Script=Common}|\p{Script=Inherited}/u;
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const OPENS: ReadonlySet<string> = new Set(Object.values(CLOSES));

const ownScript = (character: string): Script | undefined => {
  if (ARABIC.test(character)) return 'arab';
  if (LATIN.test(character)) return 'latn';
  return SHARED.test(character) ? undefined : 'DFLT';
};

/** What a UTF-16 unit may be where only one script stands. */
const UNASKED = 0;
const IN_ARABIC = 1;
const IN_ANY = 2;
const IN_ANOTHER = 3;
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const known = kinds[unit] ?? IN_ANOTHER;
  if (known !== UNASKED) return known;
  const script = ownScript(String.fromCharCode(unit));
  const kind = script === 'arab' ? IN_ARABIC : script === undefined ? IN_ANY : IN_ANOTHER;
  kinds[unit] = kind;
  return kind;
}

/** The one script of the whole text; undefined where there are several, or one that is not Arabic. */
function onlyScript(text: string): Script | undefined {
  let only: Script = 'DFLT';
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === IN_ANOTHER) return undefined;
    if (kind === IN_ARABIC) only = 'arab';
  }
  return only;
}

/** The script at each UTF-16 unit of a paragraph. */
export function scriptsOf(text: string): readonly Script[] {
  const only = onlyScript(text);
  if (only !== undefined) return Array.from<Script>({ length: text.length }).fill(only);
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
