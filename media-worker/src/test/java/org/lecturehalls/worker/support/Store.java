package org.lecturehalls.worker.support;

import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.UploadObjectArgs;
import io.minio.messages.Item;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A real S3 store on a free port. */
public final class Store {

    public static final String BUCKET = "lecture-halls";
    public static final String ACCESS_KEY = "test-access";
    public static final String SECRET_KEY = "test-secret-of-the-embedded-store";

    private final S3Proxy proxy;
    private final MinioClient client;

    public Store(Path folder) throws Exception {
        proxy = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        proxy.start();
        client = MinioClient.builder()
                .endpoint(url())
                .region("us-east-1")
                .credentials(ACCESS_KEY, SECRET_KEY)
                .build();
        client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
    }

    public String url() {
        return "http://127.0.0.1:" + proxy.getPort();
    }

    public void put(String key, Path file) throws Exception {
        client.uploadObject(UploadObjectArgs.builder()
                .bucket(BUCKET)
                .object(key)
                .filename(file.toString())
                .build());
    }

    public Path get(String key, Path target) throws Exception {
        try (var in = client.getObject(
                io.minio.GetObjectArgs.builder().bucket(BUCKET).object(key).build())) {
            Files.copy(in, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    public List<String> keys(String prefix) throws Exception {
        List<String> keys = new ArrayList<>();
        for (Result<Item> item : client.listObjects(ListObjectsArgs.builder()
                .bucket(BUCKET)
                .prefix(prefix)
                .recursive(true)
                .build())) {
            keys.add(item.get().objectName());
        }
        return keys;
    }

    public void close() throws Exception {
        client.close();
        proxy.stop();
    }
}
