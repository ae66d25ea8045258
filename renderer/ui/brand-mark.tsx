import css from './brand-mark.module.css';

/** The mark: two squares, one turned, the eight-pointed star of the letterhead's rule. */
export function BrandMark({ size = 'md' }: { readonly size?: 'md' | 'lg' }) {
  return (
    <span className={css['mark']} data-size={size} aria-hidden="true">
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75">
        <rect x="5" y="5" width="14" height="14" rx="1" />
        <rect x="5" y="5" width="14" height="14" rx="1" transform="rotate(45 12 12)" />
      </svg>
    </span>
  );
}
