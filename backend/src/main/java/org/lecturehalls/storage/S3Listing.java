package org.lecturehalls.storage;

import io.minio.DeleteObjectsArgs;
import io.minio.ListObjectsV2Args;
import io.minio.MinioAsyncClient;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.minio.messages.ListBucketResultV2;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks over the objects of a prefix, page by page. */
class S3Listing {

    private static final int PAGE = 1000;

    private final MinioAsyncClient client;
    private final S3Call call;
    private final String bucket;

    S3Listing(MinioAsyncClient client, S3Call call, String bucket) {
        this.client = client;
        this.call = call;
        this.bucket = bucket;
    }

    Flux<StoredObject> list(String prefix) {
        return page(prefix, null)
                .expand(page -> page.isTruncated() ? page(prefix, page.nextContinuationToken()) : Mono.empty())
                .concatMapIterable(ListBucketResultV2::contents)
                .map(item -> new StoredObject(
                        item.objectName(),
                        item.size(),
                        S3ObjectStore.unquoted(item.etag()),
                        item.lastModified().toInstant()));
    }

    private Mono<ListBucketResultV2> page(String prefix, @Nullable String continuation) {
        ListObjectsV2Args.Builder args =
                ListObjectsV2Args.builder().bucket(bucket).prefix(prefix).maxKeys(PAGE);
        if (continuation != null) {
            args.continuationToken(continuation);
        }
        return call.repeatable(() -> client.listObjectsV2(args.build())).map(response -> response.result());
    }

    /** An empty prefix would mean the whole bucket, which nobody can want. */
    Mono<Long> deleteAll(String prefix) {
        if (prefix.isEmpty()) {
            return Mono.error(new IllegalArgumentException("An empty prefix would remove everything"));
        }
        return list(prefix)
                .map(StoredObject::key)
                .buffer(PAGE)
                .concatMap(this::delete)
                .reduce(0L, Long::sum);
    }

    private Mono<Long> delete(List<String> keys) {
        List<DeleteRequest.Object> objects =
                keys.stream().map(DeleteRequest.Object::new).toList();
        DeleteObjectsArgs args =
                DeleteObjectsArgs.builder().bucket(bucket).objects(objects).build();
        return call.repeatable(() -> client.deleteObjects(args))
                .doOnNext(response -> check(response.result()))
                .thenReturn((long) keys.size());
    }

    private static void check(DeleteResult result) {
        if (!result.errors().isEmpty()) {
            String code = result.errors().get(0).code();
            throw new StorageException("Some objects were not removed: " + code, true, new IOException(code));
        }
    }
}
