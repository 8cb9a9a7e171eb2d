package org.lecturehalls.standalone.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the running platform, the browser, files to upload and work to look at; all tests of a run share them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EndToEnd.Shared.class)
@interface EndToEnd {

    final class Shared implements ParameterResolver {

        private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Shared.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == RunningPlatform.class
                    || type == TestBrowser.class
                    || type == TestFiles.class
                    || type == SampleWork.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            ExtensionContext.Store store = context.getRoot().getStore(OURS);
            Class<?> type = parameter.getParameter().getType();
            if (type == TestBrowser.class) {
                return store.computeIfAbsent(TestBrowser.class, key -> TestBrowser.open(), TestBrowser.class);
            }
            if (type == TestFiles.class) {
                return files(store);
            }
            if (type == SampleWork.class) {
                return store.computeIfAbsent(
                        SampleWork.class, key -> SampleWork.done(platform(store), files(store)), SampleWork.class);
            }
            return platform(store);
        }

        private static TestFiles files(ExtensionContext.Store store) {
            return store.computeIfAbsent(TestFiles.class, key -> TestFiles.create(), TestFiles.class);
        }

        private static RunningPlatform platform(ExtensionContext.Store store) {
            return store.computeIfAbsent(RunningPlatform.class, key -> RunningPlatform.start(), RunningPlatform.class);
        }
    }
}
