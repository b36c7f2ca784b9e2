import '@fontsource-variable/noto-sans-sc/index.css';
import './style/tokens.css';
import './style/page.css';
import './style/review.css';
import './style/editor.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import { LanguageProvider } from './messages/LanguageProvider.js';

const place = document.getElementById('console');
if (place === null) throw new Error('index.html has no element "console".');
createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </StrictMode>,
);
