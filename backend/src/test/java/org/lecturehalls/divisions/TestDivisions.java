package org.lecturehalls.divisions;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.lecturehalls.exchange.RowOutcome;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.regions.RegionCode;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;

/** Divisions that change while a test runs. */
public final class TestDivisions {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final CurrentUser ADMIN =
            new CurrentUser("list-keeper", "管理员", Set.of(Role.ADMIN), new RegionCode("45"));

    private final ApplicationContext parts;

    public TestDivisions(ApplicationContext parts) {
        this.parts = parts;
    }

    public void add(String code, String name) {
        parts.getBean(ReactiveMongoOperations.class)
                .save(Division.of(new RegionCode(code), name))
                .block(SOON);
    }

    /** Brings one row of the list of changes in. */
    public RowOutcome replace(String oldCode, String newCode) {
        var row = new DivisionChangeList.Row(new RegionCode(oldCode), new RegionCode(newCode), 2024);
        return parts.getBean(DivisionChangeList.class)
                .save(List.of(row), ADMIN, false)
                .block(SOON)
                .get(0);
    }

    /** What the backend does every minute, at once. */
    public void carryOver() {
        parts.getBean(CarryOver.class).carryOver().block(SOON);
    }
}
