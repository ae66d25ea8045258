import type { ReactElement } from 'react';
import { useText } from '#renderer/i18n/use-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorBlock } from '#renderer/ui/states.tsx';
import type { TemplateProblem } from '#shared/letters/templates/template-problems.ts';
import css from './templates.module.css';

const braced = (name: string): string => `{${name}}`;

/** «لا حقل باسم {اسم المستفد}. هل تقصد {اسم المستفيد}؟» */
export function useProblemWords(): (problem: TemplateProblem) => string {
  const { t } = useText();
  return ({ code, field, meant }) => {
    if (code === 'openBrace') return t('templates.problem.openBrace', { name: field });
    const said = t('templates.problem.unknownField', { name: braced(field) });
    return meant === null ? said : `${said}. ${t('templates.problem.meant', { name: braced(meant) })}`;
  };
}

/** What keeps a template from being saved: where, what was probably meant, and the key that puts it right. */
export function TemplateProblemsNotice({
  problems,
  onUse,
  onShow,
}: {
  readonly problems: readonly TemplateProblem[];
  readonly onUse: (problem: TemplateProblem, name: string) => void;
  readonly onShow: (problem: TemplateProblem) => void;
}): ReactElement {
  const { t } = useText();
  const say = useProblemWords();
  return (
    <ErrorBlock
      title={t('templates.problem.title')}
      actions={
        <ul className={css['problems']}>
          {problems.map((problem, index) => {
            const { meant } = problem;
            return (
              <li key={`${problem.place} ${problem.field} ${index}`}>
                <span>
                  {t(`templates.problem.place.${problem.place}`)}: {say(problem)}
                </span>
                {meant === null ? null : (
                  <Button size="sm" onClick={() => onUse(problem, meant)}>
                    {t('templates.problem.use', { name: braced(meant) })}
                  </Button>
                )}
                <Button size="sm" kind="quiet" onClick={() => onShow(problem)}>
                  {t('templates.problem.show')}
                </Button>
              </li>
            );
          })}
        </ul>
      }
    />
  );
}
