package org.lecturehalls.regions;

import java.util.List;
import org.lecturehalls.platform.MongoConversion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

@Configuration(proxyBeanMethods = false)
class RegionConfiguration {

    @Bean
    MongoConversion regionCodeConversion() {
        return new MongoConversion(List.of(new Writer(), new Reader()));
    }

    @WritingConverter
    private static final class Writer implements Converter<RegionCode, String> {
        @Override
        public String convert(RegionCode code) {
            return code.value();
        }
    }

    @ReadingConverter
    private static final class Reader implements Converter<String, RegionCode> {
        @Override
        public RegionCode convert(String value) {
            return new RegionCode(value);
        }
    }
}
