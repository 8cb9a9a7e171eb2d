package org.lecturehalls.worker.jobs;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.worker.store.ObjectStore;
import org.lecturehalls.worker.video.PackWork;
import org.lecturehalls.worker.work.MediaWork;
import org.lecturehalls.worker.work.PartWork;
import org.lecturehalls.worker.work.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/** Puts the parts of the conversation together. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(JobConfiguration.class);
    private static final long REST_MILLIS = 30_000;

    @Bean
    RunningJobs runningJobs() {
        return new RunningJobs();
    }

    @Bean
    Wire wire() {
        return new Wire();
    }

    @Bean
    Backend backend(JmsTemplate messages, Wire wire) {
        return new Backend(messages, wire);
    }

    @Bean
    Sources sources(JobSettings settings, Workspaces workspaces, ObjectStore store) {
        return new Sources(workspaces, store, settings.diskReserve());
    }

    @Bean
    Rest rest(Sources sources) {
        return new Rest(sources::diskIsFull, REST_MILLIS);
    }

    @Bean
    MediaTasks mediaTasks(Wire wire, Sources sources, MediaWork work) {
        return new MediaTasks(wire, sources, work);
    }

    @Bean
    PartTasks partTasks(Wire wire, Sources sources, ObjectStore store, PartWork work, Backend backend) {
        return new PartTasks(wire, sources, store, work, backend);
    }

    @Bean
    PackTasks packTasks(Wire wire, Sources sources, ObjectStore store, PackWork work) {
        return new PackTasks(wire, sources, store, work);
    }

    @Bean
    Attempt attempt(Workspaces workspaces, ObjectStore store) {
        return new Attempt(workspaces, store);
    }

    @Bean
    JobDesk wholeJobs(
            JobSettings settings, Backend backend, RunningJobs running, MediaTasks tasks, Attempt attempt, Rest rest) {
        return new JobDesk(settings.workerId(), backend, running, tasks, attempt, rest);
    }

    @Bean
    JobDesk parts(
            JobSettings settings, Backend backend, RunningJobs running, PartTasks tasks, Attempt attempt, Rest rest) {
        return new JobDesk(settings.workerId(), backend, running, tasks, attempt, rest);
    }

    @Bean
    JobDesk packs(
            JobSettings settings, Backend backend, RunningJobs running, PackTasks tasks, Attempt attempt, Rest rest) {
        return new JobDesk(settings.workerId(), backend, running, tasks, attempt, rest);
    }

    @Bean
    ListenerGroup listeners(
            JobSettings settings,
            ActiveMQConnectionFactory connections,
            JobDesk wholeJobs,
            JobDesk parts,
            JobDesk packs,
            PartWork partWork,
            RunningJobs running,
            Wire wire) {
        JobListeners make = new JobListeners(connections);
        List<DefaultMessageListenerContainer> containers = new ArrayList<>();
        containers.add(make.topic(MediaQueues.CANCELLATIONS, message -> cancel(message, running, wire)));
        for (String queue : JobListeners.names(settings.documents())) {
            containers.add(make.queue(queue, wholeJobs));
        }
        containers.add(make.queue(MediaQueues.PACK_JOBS, packs));
        containers.add(make.parts(partWork.build(), settings.parts(), parts));
        return new ListenerGroup(settings.workerId(), connections, containers);
    }

    private static void cancel(Message message, RunningJobs running, Wire wire) {
        try {
            running.cancel(wire.read(message, CancelJob.class));
        } catch (JMSException e) {
            LOG.warn("A cancellation cannot be read: {}", e.getMessage());
        }
    }

    @Bean
    Drain drain(RunningJobs running, Rest rest, JobSettings settings) {
        return new Drain(running, rest, settings.shutdownGrace());
    }
}
