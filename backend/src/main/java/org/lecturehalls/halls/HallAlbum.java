package org.lecturehalls.halls;

import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The photos of a hall, in the order in which they are shown.
 *
 * @param id of the hall
 * @param version grows with each change; 0 when there never was one
 */
@Document("hallAlbums")
record HallAlbum(@Id String id, List<Entry> photos, long version) {

    /**
     * One photo.
     *
     * @param assetId media asset
     * @param alt what can be seen, for those who cannot see it
     */
    record Entry(@Indexed String assetId, String alt) {}

    static HallAlbum empty(String hallId) {
        return new HallAlbum(hallId, List.of(), 0);
    }

    List<String> assetIds() {
        return photos.stream().map(Entry::assetId).toList();
    }
}
