import { useParams, useSearch } from '@tanstack/react-router';

/** The number at the end of `/letters/:id`; 0 when it is none, which no row has. */
export function useIdParam(): number {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const id = Number(params['id']);
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
}

/** A word of the path: `section` of `/settings/:section`. */
export function usePathParam(name: string): string | undefined {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name];
}

/** A value of the query, as text: `?text=…` of `withQuery`. */
export function useQueryParam(name: string): string | undefined {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const value = search[name];
  return typeof value === 'string' ? value : undefined;
}
