import type { PartyId, RequestId } from '#shared/ids.ts';
import { insertStep, setRequestPhase } from '#db/requests/request-writes.ts';
import { queries } from '#db/statement.ts';
import type { TestDesk } from './office.ts';
import { toRaising } from './request-path.ts';

/**
 * A signed request whose committee accepted it, waiting for its registration (S.6). The raising and the session have tests
 * of their own: here their records are written straight into the tables.
 */
export async function requestInRegistration(desk: TestDesk, partyId: PartyId): Promise<RequestId> {
  const { id } = await desk.call('requests.open', { partyId, service: 'سلة غذائية' });
  await toRaising(desk, id);
  const nowMs = desk.clock.nowMs();
  desk.office().db.write((tx) => {
    tx.unaudited();
    const by = tx.first(
      queries.selectFrom('support_request').select('opened_by').where('id', '=', id),
    )!.opened_by;
    insertStep(tx, id, { step: 5, kind: 'done', note: '' }, by, nowMs);
    tx.exec(
      queries.insertInto('decision').values({
        request_id: id,
        session_id: null,
        appeal_id: null,
        kind: 'accepted',
        clause: '',
        reason: '',
        would_change: '',
        granted_json: '{}',
        decided_on: '2026-11-22',
        early_reason: '',
        override_by: null,
        conflict_note: '',
        at_ms: nowMs,
        entered_by: by,
        letter_id: null,
        voided_at_ms: null,
        voided_by: null,
        void_reason: '',
      }),
    );
    setRequestPhase(tx, id, { phase: 'registration', step: 6 }, nowMs);
  });
  return id;
}
