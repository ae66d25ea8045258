/** What the desk asks the person through the system's own windows. Null: the person closed it. */
export interface Dialogs {
  readonly chooseFolder: (title: string) => Promise<string | null>;
  readonly chooseFile: (title: string, kind: FileKind) => Promise<string | null>;
  readonly chooseSaveFile: (title: string, suggestedName: string, kind: FileKind) => Promise<string | null>;
}

export interface FileKind {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
}
