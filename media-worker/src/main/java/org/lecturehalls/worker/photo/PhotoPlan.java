package org.lecturehalls.worker.photo;

import java.util.ArrayList;
import java.util.List;

/** The sizes that are made of a photo: three longest edges, and never larger than the photo itself. */
record PhotoPlan(PhotoHeader photo, List<Size> sizes) {

    private static final int[] LONGEST_EDGES = {320, 960, 1920};

    /** Width and height in pixels, as seen upright. */
    record Size(int width, int height) {

        String fileName() {
            return "photo-" + Math.max(width, height) + ".jpg";
        }
    }

    static PhotoPlan of(PhotoHeader photo) {
        long width = photo.turned() ? photo.height() : photo.width();
        long height = photo.turned() ? photo.width() : photo.height();
        long longest = Math.max(width, height);
        List<Size> sizes = new ArrayList<>();
        for (int edge : LONGEST_EDGES) {
            double scale = Math.min(1, (double) edge / longest);
            sizes.add(new Size(scaled(width, scale), scaled(height, scale)));
            if (longest <= edge) {
                break;
            }
        }
        return new PhotoPlan(photo, List.copyOf(sizes));
    }

    private static int scaled(long pixels, double scale) {
        return (int) Math.max(1, Math.round(pixels * scale));
    }

    Size largest() {
        return sizes.get(sizes.size() - 1);
    }
}
