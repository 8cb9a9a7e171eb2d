import './first';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n, setLocale } from './i18n';
import { currentLocale } from './i18n/locale';
import { loadSession } from './identity/session';
import { registerOffline } from './offline/register';
import { router } from './router';
import './app/large';
import './styles/tokens.css';
import './styles/base.css';
import './styles/vant.css';

async function start(): Promise<void> {
  await setLocale(currentLocale());
  const app = createApp(App).use(i18n).use(router);
  void loadSession();
  await router.isReady().catch(() => undefined);
  app.mount('#app');
}

registerOffline();
void start();
