import {
  type Icon,
  IconPoint,
  IconArrowBackUp,
  IconBan,
  IconLock,
  IconSignature,
  IconSignatureOff,
  IconArrowForwardUp,
  IconCalendarEvent,
  IconHomeSearch,
  IconMapPinCheck,
  IconMapPinX,
  IconMessage2Check,
  IconFlag,
  IconPlayerPause,
  IconPlayerPlay,
  IconUserShare,
  IconCheck,
  IconClipboardPlus,
  IconFileCheck,
  IconMail,
  IconMinus,
  IconPencil,
  IconGavel,
  IconTicket,
  IconPhone,
  IconPhoneOff,
  IconScale,
  IconX,
} from '@tabler/icons-react';
import type { RequestEvent } from '#shared/requests/request.ts';
import type { TimelineItem } from '#renderer/ui/timeline.tsx';

interface EventSign extends Pick<TimelineItem, 'kind'> {
  readonly icon: Icon;
  readonly mirror: boolean;
}

const SIGNS: Readonly<Partial<Record<RequestEvent['kind'], EventSign>>> = {
  opened: { icon: IconClipboardPlus, kind: 'record', mirror: false },
  stepDone: { icon: IconCheck, kind: 'outcome', mirror: false },
  stepSkipped: { icon: IconMinus, kind: 'record', mirror: false },
  stepReopened: { icon: IconArrowBackUp, kind: 'record', mirror: true },
  referred: { icon: IconArrowForwardUp, kind: 'contact', mirror: true },
  referralAnswered: { icon: IconMessage2Check, kind: 'contact', mirror: false },
  referralReturned: { icon: IconArrowBackUp, kind: 'contact', mirror: true },
  researchOpened: { icon: IconHomeSearch, kind: 'record', mirror: false },
  researchFinished: { icon: IconHomeSearch, kind: 'outcome', mirror: false },
  fieldVisitPlanned: { icon: IconCalendarEvent, kind: 'record', mirror: false },
  fieldVisitDone: { icon: IconMapPinCheck, kind: 'record', mirror: false },
  fieldVisitFailed: { icon: IconMapPinX, kind: 'record', mirror: false },
  fieldVisitCancelled: { icon: IconMapPinX, kind: 'record', mirror: false },
  requirement: { icon: IconFileCheck, kind: 'record', mirror: false },
  edited: { icon: IconPencil, kind: 'record', mirror: false },
  letter: { icon: IconMail, kind: 'contact', mirror: false },
  levelOrdinary: { icon: IconFlag, kind: 'record', mirror: false },
  levelUrgent: { icon: IconFlag, kind: 'record', mirror: false },
  levelFollowUp: { icon: IconFlag, kind: 'record', mirror: false },
  transferred: { icon: IconUserShare, kind: 'record', mirror: false },
  stopped: { icon: IconPlayerPause, kind: 'record', mirror: false },
  resumed: { icon: IconPlayerPlay, kind: 'record', mirror: false },
  withdrawn: { icon: IconArrowBackUp, kind: 'record', mirror: true },
  reopened: { icon: IconArrowForwardUp, kind: 'record', mirror: true },
  raised: { icon: IconGavel, kind: 'outcome', mirror: false },
  slipReplaced: { icon: IconTicket, kind: 'record', mirror: false },
  notified: { icon: IconPhone, kind: 'contact', mirror: false },
  notReached: { icon: IconPhoneOff, kind: 'contact', mirror: false },
  noticeWithdrawn: { icon: IconArrowBackUp, kind: 'record', mirror: true },
  appealed: { icon: IconScale, kind: 'record', mirror: false },
  appealUpheld: { icon: IconX, kind: 'record', mirror: false },
  appealChanged: { icon: IconCheck, kind: 'outcome', mirror: false },
  appealWithdrawn: { icon: IconArrowBackUp, kind: 'record', mirror: true },
  attestationMade: { icon: IconLock, kind: 'record', mirror: false },
  officerSigned: { icon: IconSignature, kind: 'outcome', mirror: false },
  applicantSigned: { icon: IconSignature, kind: 'outcome', mirror: false },
  signatureWithdrawn: { icon: IconSignatureOff, kind: 'record', mirror: false },
  attestationVoided: { icon: IconBan, kind: 'record', mirror: false },
};

const OTHER: EventSign = { icon: IconPoint, kind: 'record', mirror: false };

/** How a line of the timeline looks: green what was achieved, blue what was said, grey what was written down. */
export const signOfEvent = (kind: RequestEvent['kind']): EventSign => SIGNS[kind] ?? OTHER;
