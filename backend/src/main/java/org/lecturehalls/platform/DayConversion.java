package org.lecturehalls.platform;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Days are stored as text, for example {@code 2027-03-01}: as moments they would shift with the machine's time zone. */
@Configuration(proxyBeanMethods = false)
class DayConversion {

    @Bean
    MongoConversion dayAsText() {
        return new MongoConversion(List.of(new Writer(), new Reader()));
    }

    @WritingConverter
    private static final class Writer implements Converter<LocalDate, String> {
        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    private static final class Reader implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
