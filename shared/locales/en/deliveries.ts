import type { Locale } from '../ar.ts';

export const deliveries: Locale['deliveries'] = {
  refused: {
    planned: 'This was not delivered yet: record its delivery first',
    delivered: 'This was delivered already: if that is a mistake, void it with a reason',
    failed: 'It is on record that this delivery failed: plan it again for another day',
    cancelled: 'The plan of this delivery has ended: take the plan up again or plan a new one',
    voided: 'This delivery was voided: plan it again if it is still due',
    receipt: 'This delivery has a receipt on file: void it with a reason instead of taking it back',
  },
};
