import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import css from './error-boundary.module.css';

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useText();
  return (
    <div className={css['failed']}>
      <ErrorBlock
        title={t('problem.screen')}
        text={t('errors.internal')}
        actions={<Button onClick={onRetry}>{t('common.retry')}</Button>}
      />
    </div>
  );
}

/** A screen that throws is told in words and can be tried again; the rest of the desk stays. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The main process writes the console of the window into its log.
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <Failed onRetry={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    );
  }
}
