import type { Session } from 'electron';

/** The desk needs no camera, place, notification nor device: whatever the page asks for, the answer is no. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
