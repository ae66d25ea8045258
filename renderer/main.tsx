import './app/csp-nonce.ts';
import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/mantine-parts.ts';
import './styles/mantine.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startI18n } from './i18n/i18n.ts';
import { applyTextSize, storedTextSize } from './i18n/preferences.ts';

applyTextSize(storedTextSize());
await startI18n();

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
