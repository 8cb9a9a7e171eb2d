package org.lecturehalls.samplecity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lecturehalls.curricula.CourseFormat;
import org.lecturehalls.curricula.CourseIntake;

/** Courses on every subject, in every form. */
final class CoursePlan {

    private static final List<String> FORMS = List.of("专题讲座", "故事会", "山歌课", "壮剧小戏", "快板说", "小品");
    private static final Duration APART = Duration.ofDays(5);

    private CoursePlan() {}

    /** @param latest when the last of them was published */
    static List<CourseIntake.Entry> courses(CitySize size, Instant latest) {
        return IntStream.range(0, size.courses())
                .mapToObj(index -> course(index, latest.minus(APART.multipliedBy(size.courses() - 1L - index))))
                .toList();
    }

    private static CourseIntake.Entry course(int index, Instant publishedAt) {
        Subject subject = Subject.nth(index);
        String topic = subject.topics()
                .get(index / Subject.values().length % subject.topics().size());
        CourseFormat format = CourseFormat.values()[index % CourseFormat.values().length];
        String summary = "讲习所“" + subject.label() + "”系列之一，用" + FORMS.get(format.ordinal()) + "的形式讲“" + topic
                + "”。内容来自各县讲习员的备课，适合在讲习所集体收看，也可以在家慢慢学。";
        return new CourseIntake.Entry(
                String.format(Locale.ROOT, "sample-course-%02d", index + 1),
                topic + "·" + FORMS.get(format.ordinal()),
                summary,
                format,
                publishedAt);
    }
}
