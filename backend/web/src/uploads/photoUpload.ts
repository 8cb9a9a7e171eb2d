import { uploadSmall } from './smallUpload';

export const acceptedPhotos = 'image/jpeg,image/png,image/webp';
export const uploadPhoto = (file: File, onProgress: (share: number) => void): Promise<string> => uploadSmall(file, 'PHOTO', onProgress);
