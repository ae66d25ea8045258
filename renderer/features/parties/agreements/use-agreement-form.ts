import { useState } from 'react';
import type { AgreementTerms } from '#shared/agreements/agreement.ts';
import { isApiError, type ApiError } from '#renderer/api/client.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { paths } from '#renderer/ui/paths.ts';

/** Over every screen of agreements. */
export function useAgreementCrumbs() {
  const { t } = useText();
  return [
    { name: t('parties.title'), to: paths.beneficiaries },
    { name: t('agreements.title'), to: paths.agreements },
  ];
}

/** Saves, and says what was refused where the form is. */
export function useSaveAgreement(deed: (terms: AgreementTerms) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const onSave = async (terms: AgreementTerms): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await deed(terms);
      return true;
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, onSave };
}
