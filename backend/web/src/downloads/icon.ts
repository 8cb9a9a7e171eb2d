import type { IconName } from '@/shared/icons';
import type { KeptAs } from './shelf';

const icons: Record<KeptAs, IconName> = { video: 'video', audio: 'headphones', document: 'document' };
export const iconOf = (as: KeptAs): IconName => icons[as];
