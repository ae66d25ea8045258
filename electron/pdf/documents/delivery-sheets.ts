import type { ServiceCount } from '#shared/deliveries/day-closing.ts';
import type { ReceiverKind } from '#shared/deliveries/delivery.ts';
import type { ServiceKind } from '#shared/services/service.ts';
import type { PaperHead } from './paper-sheets.ts';

/** سند استلام (S.7), to be frozen; identifiers are masked, days ISO, ASCII digits. */
export interface DeliveryReceiptSheet extends PaperHead {
  readonly code: string;
  readonly partyName: string;
  /** «المستفيدة»; null: not recorded. */
  readonly partySex: 'male' | 'female' | null;
  readonly idNumber: string;
  readonly fileNumber: string | null;
  readonly requestNumber: string | null;
  readonly serviceName: string;
  readonly serviceKind: ServiceKind;
  readonly turn: number;
  readonly times: number;
  readonly quantity: number;
  readonly unit: string;
  readonly valueHalalas: number | null;
  readonly place: string;
  readonly atPlace: boolean;
  readonly receiverKind: ReceiverKind;
  readonly receiverName: string;
  readonly deedNumber: string;
  readonly iban: string;
  readonly ibanHolder: string;
  readonly transferReference: string;
  readonly note: string;
  readonly day: string;
  readonly time: string;
  readonly officerName: string;
}

/** كشف تسليم: the list of a day, to be taken along, ticked off and signed. */
export interface DeliveryListSheet extends PaperHead {
  readonly day: string;
  readonly madeOn: string;
  readonly madeAt: string;
  readonly officerName: string;
  readonly rows: readonly {
    /** Sixteen digits of the delivery. */
    readonly code: string;
    readonly partyName: string;
    /** As it is dialled; empty: none that may be called. */
    readonly mobile: string;
    readonly requestNumber: string | null;
    readonly serviceName: string;
    readonly quantity: number;
    readonly unit: string;
    readonly place: string;
    readonly atPlace: boolean;
    /** `10:42`; empty: still to come. */
    readonly doneAt: string;
  }[];
}

/** محضر إقفال تسليم اليوم, to be frozen. */
export interface DeliveryDaySheet extends PaperHead {
  readonly code: string;
  readonly day: string;
  readonly madeOn: string;
  readonly madeAt: string;
  readonly officer: { readonly name: string; readonly jobTitle: string };
  readonly services: readonly ServiceCount[];
  readonly delivered: number;
  readonly persons: number;
  readonly failed: number;
  readonly stillPlanned: number;
  readonly atPlace: number;
  readonly atPlaceMinutes: number | null;
  readonly lines: readonly {
    readonly partyName: string;
    readonly requestNumber: string | null;
    readonly serviceName: string;
    readonly quantity: number;
    readonly unit: string;
    readonly receiverName: string;
    readonly time: string;
  }[];
  readonly failures: readonly {
    readonly partyName: string;
    readonly serviceName: string;
    readonly failReason: string;
  }[];
}
