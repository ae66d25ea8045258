/* oxlint-disable import/no-named-as-default-member -- `use` alone would read as a hook of React */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { ar } from '#shared/locales/ar.ts';
import { readPreference, writePreference } from './preferences.ts';

export type Language = 'ar' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'wisam';
    resources: { wisam: typeof ar };
  }
}

/** Arabic comes with the bundle; English is fetched when a person chooses it. */
async function load(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'wisam')) {
    const { en } = await import('#shared/locales/en.ts');
    i18next.addResourceBundle('en', 'wisam', en);
  }
}

function applyToPage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
}

export const storedLanguage = (): Language => (readPreference('language') === 'en' ? 'en' : 'ar');

export async function startI18n(): Promise<void> {
  const language = storedLanguage();
  await i18next.use(initReactI18next).init({
    lng: 'ar',
    fallbackLng: 'ar',
    defaultNS: 'wisam',
    resources: { ar: { wisam: ar } },
    // React escapes; twice escaped, a name with an apostrophe shows its entity.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  if (language !== 'ar') await changeLanguage(language);
  else applyToPage('ar');
}

export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  writePreference('language', language);
  applyToPage(language);
}
