import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const wisam: MantineColorsTuple = [
  '#eef7f2',
  '#dcefe5',
  '#b7dfcc',
  '#8dcdb0',
  '#5fbb95',
  '#36a37b',
  '#117a5b',
  '#0b6b4f',
  '#085740',
  '#06402f',
];

/** Mantine's dark greys are bluish; these are the dark roles of tokens.css in the places where Mantine looks for them. */
const dark: MantineColorsTuple = [
  '#e5ebe7',
  '#c3cec8',
  '#a9b6af',
  '#8f9c95',
  '#2c3832',
  '#222d27',
  '#161e1a',
  '#0f1512',
  '#0a0f0c',
  '#070b09',
];

const control = { size: 'sm' } as const;
const slide = { transitionProps: { duration: 180 } } as const;

/** The design language «As a Mantine theme»: sizes from the tokens, so the user's text size moves everything. */
export const theme = createTheme({
  colors: { wisam, dark },
  primaryColor: 'wisam',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: false,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--w-font-ui)',
  fontFamilyMonospace: 'var(--w-font-mono)',
  headings: { fontFamily: 'var(--w-font-ui)', fontWeight: '600' },
  fontSizes: {
    xs: 'var(--w-fs-xs)',
    sm: 'var(--w-fs-sm)',
    md: 'var(--w-fs-md)',
    lg: 'var(--w-fs-lg)',
    xl: 'var(--w-fs-xl)',
  },
  lineHeights: {
    xs: 'var(--w-lh-xs)',
    sm: 'var(--w-lh-sm)',
    md: 'var(--w-lh-md)',
    lg: 'var(--w-lh-lg)',
    xl: 'var(--w-lh-xl)',
  },
  spacing: {
    xs: 'var(--w-sp-2)',
    sm: 'var(--w-sp-3)',
    md: 'var(--w-sp-4)',
    lg: 'var(--w-sp-5)',
    xl: 'var(--w-sp-6)',
  },
  radius: {
    xs: 'var(--w-radius-sm)',
    sm: 'var(--w-radius-sm)',
    md: 'var(--w-radius-md)',
    lg: 'var(--w-radius-lg)',
    xl: 'var(--w-radius-full)',
  },
  defaultRadius: 'md',
  shadows: {
    xs: 'var(--w-shadow-1)',
    sm: 'var(--w-shadow-1)',
    md: 'var(--w-shadow-2)',
    lg: 'var(--w-shadow-3)',
    xl: 'var(--w-shadow-3)',
  },
  components: {
    Button: { defaultProps: control },
    TextInput: { defaultProps: control },
    PasswordInput: { defaultProps: control },
    Textarea: { defaultProps: control },
    Select: { defaultProps: { ...control, checkIconPosition: 'right' } },
    Autocomplete: { defaultProps: control },
    Badge: { defaultProps: { variant: 'light', tt: 'none' } },
    Modal: { defaultProps: slide },
    Drawer: { defaultProps: slide },
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 'md',
        transitionProps: { duration: 120 },
        // Opened by a key, a menu stands on its first item: Enter takes it.
        withInitialFocusPlaceholder: false,
      },
    },
    Tooltip: { defaultProps: { openDelay: 400 } },
    Skeleton: { defaultProps: { animate: false } },
  },
});

const roles = {
  '--mantine-color-body': 'var(--w-surface)',
  '--mantine-color-text': 'var(--w-text)',
  '--mantine-color-bright': 'var(--w-text)',
  '--mantine-color-dimmed': 'var(--w-dimmed)',
  '--mantine-color-placeholder': 'var(--w-placeholder)',
  '--mantine-color-error': 'var(--w-danger)',
  '--mantine-color-anchor': 'var(--w-primary-text)',
  '--mantine-color-default': 'var(--w-surface)',
  '--mantine-color-default-hover': 'var(--w-hover)',
  '--mantine-color-default-color': 'var(--w-text)',
  '--mantine-color-default-border': 'var(--w-border-field)',
  '--mantine-color-disabled': 'var(--w-neutral-tint)',
  '--mantine-color-disabled-color': 'var(--w-dimmed)',
  '--mantine-primary-color-filled': 'var(--w-primary)',
  '--mantine-primary-color-filled-hover': 'var(--w-primary-hover)',
  '--mantine-color-wisam-filled': 'var(--w-primary)',
  '--mantine-color-wisam-filled-hover': 'var(--w-primary-hover)',
  '--mantine-color-wisam-light': 'var(--w-primary-tint)',
  '--mantine-color-wisam-light-hover': 'var(--w-selection)',
  '--mantine-color-wisam-light-color': 'var(--w-on-primary-tint)',
} as const;

/** Points Mantine's colour variables at the roles of tokens.css, in both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: roles,
  dark: roles,
});
