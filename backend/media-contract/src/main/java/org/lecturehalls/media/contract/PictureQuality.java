package org.lecturehalls.media.contract;

/**
 * How near a rung comes to its source, which is scaled to the same size for that; measured at short excerpts, in brightness
 * alone.
 *
 * @param ssim structural similarity (Wang et al. 2004), mean of the frames, 1 for equal pictures
 * @param psnr peak signal-to-noise ratio in dB, of the mean squared error of all frames; 99 at most
 * @param crf x264's constant rate factor that was taken
 */
public record PictureQuality(double ssim, double psnr, int crf) {}
