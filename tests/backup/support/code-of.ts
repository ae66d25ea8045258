import { AppError } from '#shared/app-error.ts';

/** The code of what is thrown, 'none' when nothing is, or the error's own text when it is no AppError. */
export const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

/** The same for a promise. */
export const codeOfAsync = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};
