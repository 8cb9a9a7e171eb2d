package org.lecturehalls.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.standalone.part.StartFailure;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void isUsedByOneLauncherAtATime() throws IOException {
        try (DataFolder first = DataFolder.open(folder, 1)) {
            assertThatThrownBy(() -> DataFolder.open(first.root(), 1))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("already runs")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        DataFolder.open(folder, 1).close();
    }

    @Test
    void refusesADiskThatIsAlmostFull() {
        assertThatThrownBy(() -> DataFolder.open(folder, Long.MAX_VALUE))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("GiB are free")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void saysWhenTheFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data"), 1))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void keepsSecretsForTheirOwnerAlone() throws IOException {
        Path file = folder.resolve("secrets.properties");

        String first = Secrets.in(file).get(Secrets.Name.STORAGE_SECRET_KEY);

        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Secrets.in(file).get(Secrets.Name.STORAGE_SECRET_KEY)).isEqualTo(first);
    }

    @Test
    void addsSecretsThatALaterVersionNeeds() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Files.writeString(file, "storage.secret.key=kept\n");

        assertThat(Secrets.in(file).get(Secrets.Name.STORAGE_SECRET_KEY)).isEqualTo("kept");
        assertThat(Secrets.in(file).get(Secrets.Name.BROKER_PASSWORD))
                .isEqualTo(Secrets.in(file).get(Secrets.Name.BROKER_PASSWORD));
    }
}
