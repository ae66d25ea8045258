import type { FileRef } from '#shared/files/stored-file.ts';
import { senderLine } from '#shared/incoming/incoming-rules.ts';
import type { LetterContent, PaperLetter } from '#shared/letters/letter.ts';
import { letterBody } from '#shared/letters/templates/letter-body.ts';
import { FIRST_RUN_PROFILE, type OrganisationProfile } from '#shared/organisation/profile.ts';
import { DEMO_INCOMING, type DemoIncomingKind } from './demo-incoming-words.ts';
import type { DemoPlay } from './demo-play.ts';

export interface DemoScans {
  /** The signed sheet: one for all letters, under the name that it is filed by. */
  readonly signed: (name: string) => FileRef;
  readonly incoming: (kind: DemoIncomingKind) => FileRef;
}

const SIGNED_TEXT =
  'هذه ورقة عرض تقوم مقام الأصل الموقّع المختوم. في مكتبكم يُحفظ هنا ما يمسحه الماسح الضوئي من الخطاب بعد توقيعه.';

const letter = (subject: string, text: string, signatory: LetterContent['signatory']): PaperLetter => ({
  recipient: {
    honorific: '',
    name: 'جمعية التنمية الأهلية بالحميمة',
    title: '',
    organisation: '',
    closingHonorific: '',
  },
  subject,
  body: letterBody(text),
  attachments: { kind: 'list', items: [] },
  signatory,
  copies: [],
  inReplyTo: '',
  referenceNumber: null,
  day: null,
});

/** The sheet of somebody else: their name in the head, and nothing of ours. */
function theirHead(name: string): OrganisationProfile {
  const { letterhead } = FIRST_RUN_PROFILE;
  return {
    ...FIRST_RUN_PROFILE,
    name,
    letterhead: {
      ...letterhead,
      brand: { text: '', shown: false },
      name,
      registration: [],
      stateLines: ['المملكة العربية السعودية', name],
      footer: { address: '', phone: '', email: '', handle: '', link: '', iban: '' },
    },
  };
}

/**
 * The papers that a demo office has scanned: a real page each, set once and kept once, so that a hundred filings cost
 * a hundred lines and no more paper.
 */
export async function makeDemoScans({ files, renderLetter, team }: DemoPlay): Promise<DemoScans> {
  const keep = async (name: string, paper: PaperLetter, profile: OrganisationProfile): Promise<FileRef> => {
    const { pdf } = await renderLetter({ letter: paper, profile, mark: null, title: name });
    const { sha256 } = await files.put({ name, bytes: pdf, accept: 'any' }, team.manager);
    return { sha256, name };
  };
  const { manager } = team;
  const signatory = { title: manager.jobTitle, name: manager.name };
  const signed = await keep(
    'أصل موقع.pdf',
    letter('نسخة ممسوحة من أصل موقّع', SIGNED_TEXT, signatory),
    FIRST_RUN_PROFILE,
  );
  const incoming = new Map<DemoIncomingKind, FileRef>();
  for (const kind of DEMO_INCOMING) {
    const { organisation, title, name } = kind.sender;
    const from = { title: title === '' ? 'مقدم الخطاب' : title, name };
    const head = organisation === '' ? senderLine(kind.sender) : organisation;
    incoming.set(
      kind,
      await keep(`${kind.subject}.pdf`, letter(kind.subject, kind.text, from), theirHead(head)),
    );
  }
  return {
    signed: (name) => ({ ...signed, name }),
    incoming: (kind) => {
      const file = incoming.get(kind);
      if (file === undefined) throw new Error(`no scan of "${kind.subject}"`);
      return file;
    },
  };
}
