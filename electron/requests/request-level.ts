import { AppError } from '#shared/app-error.ts';
import type { RequestLevel } from '#shared/requests/request.ts';

/** An urgent request is exempt from the waiting time of S.5: why stays with it (S.0). @throws AppError urgentWithoutReason */
export function requireWhyUrgent(level: RequestLevel, reason: string): void {
  if (level === 'urgent' && reason.trim() === '') throw new AppError('urgentWithoutReason');
}
