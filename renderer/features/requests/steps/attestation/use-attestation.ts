import { useRef, useState } from 'react';
import type { Attestation } from '#shared/attestation/attestation.ts';
import type { RequestId, SignatureId } from '#shared/ids.ts';
import type { SignatureInput } from '#shared/sealed/sealed-contract.ts';
import type { SealedDocument } from '#shared/sealed/sealed-document.ts';
import { type ApiError, call, isApiError } from '#renderer/api/client.ts';
import { shownAnew } from '#renderer/api/query-client.ts';
import { useErrorText } from '#renderer/i18n/error-text.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { showToast } from '#renderer/ui/toast.tsx';

export interface AttestationActs {
  readonly busy: boolean;
  /** What was refused, in words: what to do. */
  readonly problem: string | undefined;
  readonly forget: () => void;
  /** The paper as it stands frozen now: frozen first, if nothing is, or if it has changed. Undefined: refused. */
  readonly prepare: () => Promise<SealedDocument | undefined>;
  /** @throws ApiError: dialogs say it themselves */
  readonly sign: (documentId: number, signatures: readonly SignatureInput[], said: string) => Promise<void>;
  /** Whether it was taken. */
  readonly signAsOfficer: (said: string) => Promise<boolean>;
  readonly complete: () => Promise<boolean>;
}

const OFFICER: SignatureInput = {
  signer: 'officer',
  mode: 'account',
  name: '',
  idNumber: '',
  representationId: null,
  memberId: null,
  file: null,
};

/** The acts of S.4: freeze, sign, complete; each signature can be taken back from its toast. */
export function useAttestation(requestId: RequestId): AttestationActs {
  const { t } = useText();
  const say = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const running = useRef(false);

  async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      return await act();
    } catch (problem) {
      if (!isApiError(problem)) throw problem;
      setError(problem);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  const frozen = async (): Promise<SealedDocument> => {
    const { document }: Attestation = await call('attestations.prepare', { requestId });
    if (document === null) throw new Error('nothing stands that was just frozen');
    return document;
  };
  const sign = async (
    documentId: number,
    signatures: readonly SignatureInput[],
    said: string,
  ): Promise<void> => {
    const before = await call('sealed.get', { id: documentId });
    const after = await call('signatures.add', { documentId, signatures: [...signatures] });
    // Ctrl+Enter may follow in the same breath: the card must know of the signature when the dialog is gone.
    await shownAnew('attestations.get', { requestId });
    const known = new Set<SignatureId>(before.signatures.map(({ id }) => id));
    const given = after.signatures.find(({ id, signer }) => !known.has(id) && signer !== 'witness');
    showToast(
      said,
      given === undefined
        ? undefined
        : () => call('signatures.withdraw', { id: given.id, reason: t('sealed.undoReason') }),
    );
  };
  return {
    busy,
    problem: error === null ? undefined : say(error),
    forget: () => setError(null),
    prepare: () => attempt(frozen),
    sign,
    signAsOfficer: async (said) => {
      const done = await attempt(async () => {
        await sign((await frozen()).id, [OFFICER], said);
        return true;
      });
      return done === true;
    },
    complete: async () => {
      const done = await attempt(() => call('attestations.complete', { requestId }));
      if (done === undefined) return false;
      showToast(t('sealed.attest.done'), () => call('requests.reopenStep', { id: requestId, step: 4 }));
      return true;
    },
  };
}
