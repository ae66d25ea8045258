import {
  IconAlertCircle,
  IconBasket,
  IconMessages,
  IconCalendarEvent,
  IconClipboardList,
  IconDots,
  IconFilePlus,
  IconHeartHandshake,
  IconMail,
  IconMessage2,
  IconMessage2Question,
  IconPhone,
  IconRefresh,
  IconRoute,
  IconUserQuestion,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';
import type { ChannelCode } from '#shared/policy/channels.ts';
import type { VisitPurpose } from '#shared/visits/visit.ts';

export interface Sign {
  readonly icon: Icon;
  /** Drawn with a direction, or with a «?»: turns with the line. */
  readonly mirror: boolean;
}

const sign = (icon: Icon, mirror = false): Sign => ({ icon, mirror });

/** The picture beside why somebody came; the word always stands with it. */
export const PURPOSE_SIGNS: Readonly<Record<VisitPurpose, Sign>> = {
  supportRequest: sign(IconClipboardList, true),
  inquiry: sign(IconMessage2Question, true),
  followUp: sign(IconRoute, true),
  missingDocuments: sign(IconFilePlus),
  delivery: sign(IconBasket),
  letter: sign(IconMail),
  dataUpdate: sign(IconRefresh),
  committeeAppointment: sign(IconCalendarEvent),
  complaint: sign(IconAlertCircle),
  other: sign(IconDots),
};

/** The picture of each of the eight channels (C.1–C.8). */
export const CHANNEL_SIGNS: Readonly<Record<ChannelCode, Sign>> = {
  interview: sign(IconMessage2),
  phoneCall: sign(IconPhone),
  socialMedia: sign(IconMessages),
  letter: sign(IconMail),
  assistanceRequest: sign(IconClipboardList, true),
  volunteering: sign(IconHeartHandshake),
  website: sign(IconWorld),
  branchDelegate: sign(IconUserQuestion, true),
};
