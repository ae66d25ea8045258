const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export interface EndSignals {
  readonly signal: AbortSignal;
  /** 128 and the number of the signal that came; null when none has. */
  readonly exitCode: () => number | null;
  readonly stop: () => void;
}

/** The first signal asks the command to clean up and end; a second one ends the process at once. */
export const listenForEnd = (): EndSignals => {
  const controller = new AbortController();
  let code: number | null = null;
  const listeners = Object.entries(CODES).map(([name, number]) => {
    const listener = (): void => {
      if (code !== null) process.exit(number);
      code = number;
      controller.abort();
    };
    process.on(name, listener);
    return () => process.off(name, listener);
  });
  return {
    signal: controller.signal,
    exitCode: () => code,
    stop: () => {
      for (const remove of listeners) remove();
    },
  };
};
