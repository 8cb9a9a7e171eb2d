package org.lecturehalls.worker.jobs;

import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.worker.store.ObjectStore;
import org.lecturehalls.worker.work.MediaWork;
import org.lecturehalls.worker.work.Workspaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/** Puts the parts of the conversation together. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    RunningJobs runningJobs() {
        return new RunningJobs();
    }

    @Bean
    JobDesk jobDesk(
            JobSettings settings,
            JmsTemplate messages,
            RunningJobs running,
            Workspaces workspaces,
            ObjectStore store,
            MediaWork work) {
        Wire wire = new Wire();
        Attempt attempt = new Attempt(workspaces, store, work, settings.diskReserve());
        return new JobDesk(settings.workerId(), new Backend(messages, wire), wire, running, attempt);
    }

    @Bean
    ListenerGroup listeners(JobSettings settings, ActiveMQConnectionFactory connections, JobDesk desk) {
        JobListeners make = new JobListeners(connections);
        List<DefaultMessageListenerContainer> containers = new ArrayList<>();
        containers.add(make.topic(MediaQueues.CANCELLATIONS, desk::cancel));
        for (String queue : JobListeners.names(settings.documents())) {
            containers.add(make.queue(queue, desk));
        }
        return new ListenerGroup(settings.workerId(), connections, containers);
    }

    @Bean
    Drain drain(RunningJobs running, JobSettings settings) {
        return new Drain(running, settings.shutdownGrace());
    }
}
