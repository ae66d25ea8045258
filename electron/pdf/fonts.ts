import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;

export interface FontFiles {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

const amiri = (file: string): string => resolve(`@expo-google-fonts/amiri/${file}`);
const plex = (file: string): string => resolve(`@expo-google-fonts/ibm-plex-sans-arabic/${file}`);
/** Plex Arabic has no slanted cut; Arabic has no italics of its own either, so upright stands for both. */
const upright = (normal: string, bold: string): FontFiles => ({
  normal,
  bold,
  italics: normal,
  bolditalics: bold,
});

const PLEX_REGULAR = plex('400Regular/IBMPlexSansArabic_400Regular.ttf');
const PLEX_MEDIUM = plex('500Medium/IBMPlexSansArabic_500Medium.ttf');
const PLEX_SEMIBOLD = plex('600SemiBold/IBMPlexSansArabic_600SemiBold.ttf');
const PLEX_BOLD = plex('700Bold/IBMPlexSansArabic_700Bold.ttf');

/**
 * The fonts of every paper: static TrueType under the OFL, resolved from the installed packages, so that the same
 * lines work from the sources, from `out/` and from an extracted package. (Split WOFF2 fonts are of no use to a PDF.)
 */
export const PDF_FONTS = {
  Amiri: {
    normal: amiri('400Regular/Amiri_400Regular.ttf'),
    bold: amiri('700Bold/Amiri_700Bold.ttf'),
    italics: amiri('400Regular_Italic/Amiri_400Regular_Italic.ttf'),
    bolditalics: amiri('700Bold_Italic/Amiri_700Bold_Italic.ttf'),
  },
  Plex: upright(PLEX_REGULAR, PLEX_BOLD),
  'Plex Medium': upright(PLEX_MEDIUM, PLEX_BOLD),
  'Plex SemiBold': upright(PLEX_SEMIBOLD, PLEX_BOLD),
} as const satisfies Record<string, FontFiles>;

export type PdfFontFamily = keyof typeof PDF_FONTS;

/** The family of letters and of everything that names none. */
export const BODY_FONT: PdfFontFamily = 'Amiri';

/** Where a character is looked for that the asked family lacks; the two families cover each other's gaps. */
export const FALLBACK_FAMILY: Readonly<Record<PdfFontFamily, PdfFontFamily>> = {
  Amiri: 'Plex',
  Plex: 'Amiri',
  'Plex Medium': 'Amiri',
  'Plex SemiBold': 'Amiri',
};
