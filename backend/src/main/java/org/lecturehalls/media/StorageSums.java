package org.lecturehalls.media;

/**
 * What files take up in the store, in bytes.
 *
 * @param files how many there are
 * @param sources what was uploaded, as far as it is still kept
 * @param renditions what was made of videos and audio lessons
 * @param documents what was made of documents
 * @param photos what was made of photos
 * @param counted what counts towards the uploader's quota
 */
record StorageSums(long files, long sources, long renditions, long documents, long photos, long counted) {

    static final StorageSums NONE = new StorageSums(0, 0, 0, 0, 0, 0);

    static StorageSums of(Asset asset) {
        if (asset.partOf() != null || asset.isSecondEncoding()) {
            return NONE;
        }
        boolean kept = asset.state() != MediaState.REFUSED;
        long made = asset.product() == null ? 0 : asset.product().storedBytes();
        return new StorageSums(
                1,
                asset.hasSource() ? asset.sourceBytes() : 0,
                switch (asset.kind()) {
                    case VIDEO -> made;
                    case DOCUMENT, PHOTO -> 0;
                },
                switch (asset.kind()) {
                    case DOCUMENT -> made;
                    case VIDEO, PHOTO -> 0;
                },
                switch (asset.kind()) {
                    case PHOTO -> made;
                    case VIDEO, DOCUMENT -> 0;
                },
                kept ? asset.sourceBytes() : 0);
    }

    StorageSums plus(StorageSums other) {
        return new StorageSums(
                files + other.files,
                sources + other.sources,
                renditions + other.renditions,
                documents + other.documents,
                photos + other.photos,
                counted + other.counted);
    }

    long total() {
        return sources + renditions + documents + photos;
    }
}
