import { useState } from 'react';
import type { PartyId } from '#shared/ids.ts';
import type { FormFieldKey } from '#shared/requests/form-values.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Acts } from '../use-acts.ts';
import { MembersDialog, MoneyLinesDialog, PartyFactDialog } from './part-dialogs.tsx';
import { RecordFieldDialog } from './record-field-dialog.tsx';

/** Data of the form whose place is the register; the others are the request's own. */
export const IN_THE_REGISTER: readonly FormFieldKey[] = [
  'name',
  'idNumber',
  'birth',
  'nationality',
  'socialStatus',
  'mobile',
  'housing',
  'household',
  'income',
  'expenses',
  'work',
  'health',
  'iban',
];

/**
 * Puts a datum of T.4 right where it is looked at: in the register, which keeps what stood before. `acts.tell` hears of each
 * change, with its undo. Mounted while it is open.
 */
export function CorrectDatum({
  partyId,
  field,
  label,
  acts,
  onClose,
}: {
  readonly partyId: PartyId;
  readonly field: FormFieldKey;
  /** «الجوال» */
  readonly label: string;
  readonly acts: Acts;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const [housing, setHousing] = useState<'address' | 'tenure' | null>(null);
  const about = { partyId, acts, onClose };
  switch (field) {
    case 'name':
    case 'idNumber':
    case 'birth':
    case 'nationality':
    case 'mobile':
      return <RecordFieldDialog {...about} field={field} label={label} />;
    case 'socialStatus':
    case 'work':
    case 'health':
    case 'iban':
      return <PartyFactDialog {...about} kind={field} />;
    case 'income':
      return <MoneyLinesDialog {...about} title={label} kinds={['income']} />;
    case 'expenses':
      return <MoneyLinesDialog {...about} title={label} kinds={['expense', 'debt']} />;
    case 'household':
      return <MembersDialog {...about} title={label} />;
    case 'housing':
      if (housing === 'address') return <RecordFieldDialog {...about} field="address" label={label} />;
      if (housing === 'tenure') return <PartyFactDialog {...about} kind="housing" />;
      return (
        <Dialog
          opened
          onClose={onClose}
          title={t('requestForm.correct.title', { what: label })}
          footer={
            <>
              <Button onClick={() => setHousing('address')}>{t('requestForm.correct.address')}</Button>
              <Button onClick={() => setHousing('tenure')}>{t('requestForm.correct.tenure')}</Button>
              <Button kind="quiet" keys="Esc" onClick={onClose}>
                {t('common.back')}
              </Button>
            </>
          }
        >
          <p>{t('requestForm.correct.which')}</p>
        </Dialog>
      );
    // They stand on the request itself.
    case 'service':
    case 'need':
    case 'representation':
    default:
      return null;
  }
}
