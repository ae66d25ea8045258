import { AppError } from '#shared/app-error.ts';
import type { HandoverId } from '#shared/ids.ts';
import { findCloser, findHandover } from '#db/deliveries/delivery-queries.ts';
import type { Database } from '#db/open-database.ts';
import type { LetterFiles } from '../letters/letter-ports.ts';
import type { Clock } from '../ports/clock.ts';
import { followAct, requireAct } from '../requests/request-acts.ts';
import type { SealPorts } from '../sealed/seal.ts';
import type { SealFollowers } from '../sealed/sealed-service.ts';
import { createCloseService } from './close-service.ts';
import { createDayService } from './day-service.ts';
import { receiversOf, requireHandover } from './delivery-checks.ts';
import { createHandoverService } from './handover-service.ts';
import { createPlanService } from './plan-service.ts';

interface DeliveryPorts extends SealPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly files: LetterFiles;
  /** What the codes of deliveries are made of; chance where none is given. */
  readonly drawCode?: () => string;
}

export type DeliveryServices = ReturnType<typeof createDeliveryServices>;

/** S.7 and O.4: what was promised, handed out, listed by day and closed. */
export const createDeliveryServices = (ports: DeliveryPorts) => ({
  plans: createPlanService(ports),
  handovers: createHandoverService(ports),
  days: createDayService(ports),
  closing: createCloseService(ports),
  receivers: (id: HandoverId) =>
    ports.db.snapshot((reader) =>
      receiversOf(reader, requireHandover(reader, id).partyId, ports.clock.nowMs()),
    ),
});

/** A receipt is signed by who received and by who gave; the page of a day by who closed it. Both are voided by acts of their own. */
export const deliveryFollowers: SealFollowers = {
  receipt: {
    signing(tx, document) {
      const handover = findHandover(tx, document.subject.id);
      if (handover?.receiver == null || handover.state !== 'delivered')
        throw new AppError('sealedForbids', { reason: 'voided' });
      // Their name is the receipt's: a member of the household has no file to read it from.
      const party = { id: handover.partyId, name: handover.receiver.name };
      return { party, signers: ['receiver', 'officer', 'witness'] };
    },
    withdrawing(tx, { requestId }) {
      // The receipt of a closed request carries its closing: it is reopened first.
      if (requestId !== null) requireAct(tx, requestId, 'voidDelivery');
    },
    follow(tx, document, { act, signatures }, actor, nowMs) {
      if (document.requestId === null || act === 'voided') return;
      for (const { name, signer } of signatures)
        if (signer !== 'witness')
          followAct(tx, actor, document.requestId, nowMs, {
            kind: act === 'signed' ? 'receiptSigned' : 'signatureWithdrawn',
            step: 7,
            text: name,
            clause: 'S.7',
            subject: { kind: 'sealedDocument', id: document.id },
          });
    },
  },
  deliveryDay: {
    signing(tx, document, staff) {
      // Their name stands under it: what another hand signed would be told as theirs.
      if (findCloser(tx, document.id) !== staff.id) throw new AppError('sealedForbids', { reason: 'closer' });
      return { party: null, signers: ['officer'] };
    },
    withdrawing(tx, document, staff) {
      if (findCloser(tx, document.id) !== staff.id) throw new AppError('sealedForbids', { reason: 'closer' });
    },
    follow: () => {},
  },
};
