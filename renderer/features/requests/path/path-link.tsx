import { IconRoute } from '@tabler/icons-react';
import { PATH_ROLES } from '#shared/audit/sample-contract.ts';
import type { RequestId } from '#shared/ids.ts';
import { useHasRole } from '#renderer/api/session.ts';
import { useText } from '#renderer/i18n/use-text.ts';
import { useGo } from '#renderer/ui/app-link.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { paths } from '#renderer/ui/paths.ts';

/** To the whole path of a request, for who may look at it. */
export function PathLink({ id }: { readonly id: RequestId }) {
  const { t } = useText();
  const go = useGo();
  const may = useHasRole(...PATH_ROLES);
  if (!may) return null;
  return (
    <Button kind="quiet" icon={<Icon of={IconRoute} mirror />} onClick={() => go(paths.requestPath(id))}>
      {t('requestPath.open')}
    </Button>
  );
}
