package dev.fermata.internal.watch;

import dev.fermata.internal.task.Dumps;
import dev.fermata.internal.task.Loop;
import dev.fermata.internal.task.OpenLoops;
import dev.fermata.management.LoopInfo;
import dev.fermata.management.TasksMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** What JMX shows of tasks. */
public final class TasksBean implements TasksMXBean {
  private TasksBean() {}

  /** Registers it in the platform's server, unless one is. */
  public static synchronized void register() {
    try {
      ObjectName name = new ObjectName(NAME);
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      if (!server.isRegistered(name)) {
        server.registerMBean(new StandardMBean(new TasksBean(), TasksMXBean.class, true), name);
      }
    } catch (JMException impossible) {
      throw new IllegalStateException("the bean of tasks cannot be registered", impossible);
    }
  }

  @Override
  public String dump() {
    return Dumps.ofAll();
  }

  @Override
  public List<LoopInfo> getLoops() {
    return OpenLoops.all().stream().<LoopInfo>map(Info::new).toList();
  }

  @Override
  public int getTaskCount() {
    return OpenLoops.all().stream().mapToInt(Loop::load).sum();
  }

  private record Info(Loop loop) implements LoopInfo {
    @Override
    public String getName() {
      return loop.name();
    }

    @Override
    public String getThreadName() {
      return loop.threadName();
    }

    @Override
    public int getTaskCount() {
      return loop.load();
    }

    @Override
    public boolean isDebug() {
      return loop.isDebug();
    }

    @Override
    public long getSlowTurnCount() {
      return loop.slowTurns().count();
    }

    @Override
    public String getLongestWaiting() {
      return loop.longestWait().name();
    }

    @Override
    public long getLongestWaitMillis() {
      return loop.longestWait().millis();
    }
  }
}
