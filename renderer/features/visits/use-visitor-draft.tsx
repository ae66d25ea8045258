import { z } from 'zod';
import { ID_KINDS, sexSchema } from '#shared/parties/party.ts';
import { visitPurposeSchema, type VisitPurpose } from '#shared/visits/visit.ts';
import { useRecoverableDraft } from '#renderer/api/use-recoverable-draft.tsx';
import { useText } from '#renderer/i18n/use-text.ts';
import { EMPTY_PARTY, type NewParty } from './typed-text.ts';

/** A draft comes from the disk, perhaps from an older Wisam: each field is read by itself, what is odd is left empty. */
const draftDataSchema = z.object({
  party: z
    .object({
      kind: z.literal('person').catch('person'),
      name: z.string().catch(''),
      idKind: z.enum(ID_KINDS).catch('nationalId'),
      idNumber: z.string().catch(''),
      noIdReason: z.string().catch(''),
      mobile: z.string().catch(''),
      village: z.string().catch(''),
      sex: sexSchema.nullable().catch(null),
    })
    .catch(EMPTY_PARTY),
  purpose: visitPurposeSchema.catch('supportRequest'),
});

/** What is typed into the short form, kept through a power cut. */
export function useVisitorDraft(
  open: boolean,
  party: NewParty,
  purpose: VisitPurpose,
  atOnce: boolean,
  restore: (found: { party: NewParty; purpose: VisitPurpose }) => void,
) {
  const { t } = useText();
  const name = party.name.trim();
  const dirty =
    open && [party.name, party.idNumber, party.mobile, party.village].some((value) => value.trim() !== '');
  return useRecoverableDraft(
    {
      kind: 'newVisit',
      key: '',
      title: name === '' ? t('visits.new.draftUnnamed') : t('visits.new.draftTitle', { name }),
      data: { party: { ...party }, purpose },
    },
    dirty,
    (data) => {
      const found = draftDataSchema.safeParse(data);
      if (found.success) restore(found.data);
    },
    atOnce,
  );
}
