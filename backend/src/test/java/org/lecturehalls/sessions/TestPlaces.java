package org.lecturehalls.sessions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lecturehalls.halls.HallDirectory;
import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.halls.HallType;
import org.lecturehalls.lecturers.LecturerDirectory;
import org.lecturehalls.lecturers.LecturerSummary;
import org.lecturehalls.lecturers.StaffCount;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Halls and lecturers as the tests of sessions need them, by way of the faces that their owners offer. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPlaces {

    private final Map<String, HallSummary> halls = new ConcurrentHashMap<>();
    private final Map<String, LecturerSummary> lecturers = new ConcurrentHashMap<>();

    public String hall(String region) {
        return hall(region, 23.6, 107.1, HallType.HALL);
    }

    public String hall(String region, double latitude, double longitude, HallType type) {
        var id = Ids.next();
        var code = new RegionCode(region);
        halls.put(id, new HallSummary(id, "讲习所 " + id, type, code, latitude, longitude, 80, true, null));
        return id;
    }

    public String lecturer(String region, String userId) {
        var id = Ids.next();
        lecturers.put(id, new LecturerSummary(id, "讲习员 " + id, new RegionCode(region), userId, "team-" + region, true));
        return id;
    }

    @Bean
    @Primary
    HallDirectory testHalls() {
        return new HallDirectory() {
            @Override
            public Mono<HallSummary> get(String id) {
                return Mono.justOrEmpty(halls.get(id));
            }

            @Override
            public Flux<HallSummary> within(RegionCode region) {
                return Flux.fromIterable(halls.values()).filter(hall -> region.contains(hall.region()));
            }
        };
    }

    @Bean
    @Primary
    LecturerDirectory testLecturers() {
        return new LecturerDirectory() {
            @Override
            public Mono<LecturerSummary> get(String id) {
                return Mono.justOrEmpty(lecturers.get(id));
            }

            @Override
            public Mono<StaffCount> countWithin(RegionCode region) {
                return Flux.fromIterable(lecturers.values())
                        .filter(lecturer -> region.contains(lecturer.region()))
                        .count()
                        .map(people -> new StaffCount(people, 1));
            }

            @Override
            public Mono<LecturerSummary> ofUser(String userId) {
                return Flux.fromIterable(lecturers.values())
                        .filter(lecturer -> userId.equals(lecturer.userId()))
                        .next();
            }
        };
    }
}
